package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.HealRequest;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.daemon.DaemonListener;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The core's front door, open for one goal. */
interface FrontDoor extends AutoCloseable {
  CheckResult check(CheckRequest request);

  /** Tells other monitors; who could not be told is among the problems of what comes back. */
  CheckResult tell(CheckResult result);

  HealResult heal(HealRequest request);

  /** Sets a component back; whether anything was tried on it. */
  boolean reset(ComponentId component, Optional<Path> state);

  GraphResult graph();

  List<ProviderDescription> providers();

  List<ProviderDescription> actions();

  /** Lets go of what plugins were loaded from. */
  @Override
  void close();

  /** Opens a front door, which reads the configuration. */
  interface Opener {
    /**
     * Opens it.
     *
     * @param config the configuration, or null for the built-in one
     * @param plugins the folder with providers of the user's own, or null
     */
    FrontDoor open(
        @Nullable Path config, @Nullable Path plugins, SentinelListener listener, Clock clock);

    /**
     * Prepares to watch.
     *
     * @param config the configuration, or null for the built-in one
     * @param plugins the folder with providers of the user's own, or null
     * @param state the state folder, or null for the configuration's
     * @param port the port, or null for the configuration's
     */
    Foreground watch(
        @Nullable Path config,
        @Nullable Path plugins,
        @Nullable Path state,
        @Nullable Integer port,
        DaemonListener listener);
  }

  /** Watching, for as long as somebody wants it. */
  interface Foreground {
    /** Watches until it is stopped. */
    void run();

    /** Stops it, and waits so many seconds at most until it is over; for any thread. */
    void stop(int patience);
  }
}
