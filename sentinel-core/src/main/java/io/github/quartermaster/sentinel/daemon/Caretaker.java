package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.Watch;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Beside the watching: looks whether the configuration changed, and reads it; tells systemd that
 * the daemon is alive, but only where it really goes on watching.
 */
final class Caretaker implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(2);

  /**
   * Besides its shortest interval; a machine under load is late, a watch that is stuck stays so.
   */
  private static final Duration LATE = Duration.ofSeconds(30);

  private final DaemonRequest request;
  private final Supplier<Watch> watch;
  private final Consumer<Sentinel> replace;
  private final DaemonListener listener;
  private final ServiceManager manager = new ServiceManager(System.getenv());
  private final ConfigWatch config;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread caretaker = new Thread(work, "sentinel-caretaker");
            caretaker.setDaemon(true);
            return caretaker;
          });
  private volatile WatchSettings holds = WatchSettings.DEFAULT;
  private volatile boolean untold;

  /**
   * Takes care of this.
   *
   * @param replace takes what a new configuration asks for
   */
  Caretaker(
      DaemonRequest request,
      Supplier<Watch> watch,
      Consumer<Sentinel> replace,
      DaemonListener listener) {
    this.request = request;
    this.watch = watch;
    this.replace = replace;
    this.listener = listener;
    this.config = new ConfigWatch(request.config());
  }

  /** Begins, and says that the daemon is ready. */
  void begin(WatchSettings settings) {
    holds = settings;
    thread.execute(() -> tell(ServiceManager.READY));
    every(POLL, this::poll);
    manager.aliveEvery().ifPresent(pause -> every(pause, this::sayAlive));
  }

  private void every(Duration pause, Runnable work) {
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(
            () -> guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is thrown here would end the rounds for ever, and nobody would hear of it. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      listener.on(
          new DaemonEvent.Trouble(
              Problem.warning(
                  ProblemCode.CONFIG_UNREADABLE,
                  "configuration",
                  SafeText.of("tried to look whether the configuration changed; " + e),
                  "Report it: this is a defect")));
    }
  }

  private void poll() {
    if (config.hasChanged()) {
      read();
    }
  }

  /** Reads the configuration, soon. */
  void reload() {
    thread.execute(
        () ->
            guarded(
                () -> {
                  config.look();
                  read();
                }));
  }

  private void read() {
    tell(ServiceManager.RELOADING);
    try {
      Sentinel sentinel = request.sentinel().get().build();
      WatchSettings wanted = request.settings(sentinel.watchSettings());
      replace.accept(sentinel);
      listener.on(new DaemonEvent.Reloaded(sentinel.checks(), later(wanted)));
    } catch (SentinelException e) {
      listener.on(new DaemonEvent.ReloadRefused(e.problems()));
    }
    tell(ServiceManager.READY);
  }

  /** What holds only after a restart. */
  private List<String> later(WatchSettings wanted) {
    List<String> later = new ArrayList<>();
    if (!wanted.host().equals(holds.host()) || wanted.port() != holds.port()) {
      later.add("listen");
    }
    if (!wanted.tokenFile().equals(holds.tokenFile())) {
      later.add("token-file");
    }
    if (!wanted.state().equals(holds.state())) {
      later.add("state");
    }
    if (!wanted.log().equals(holds.log())) {
      later.add("log");
    }
    if (!Objects.equals(wanted.logLevel(), holds.logLevel())) {
      later.add("log-level");
    }
    return later;
  }

  private void sayAlive() {
    Watch current = watch.get();
    Duration most = current.shortestInterval().plus(LATE);
    if (current.sinceLastTurn().compareTo(most) <= 0) {
      tell(ServiceManager.ALIVE);
    }
  }

  /** Says that the daemon is about to stop. */
  void tellStopping() {
    tell(ServiceManager.STOPPING);
  }

  private void tell(String message) {
    try {
      manager
          .tell(message)
          .filter(why -> !untold)
          .ifPresent(
              why -> {
                untold = true;
                listener.on(
                    new DaemonEvent.Trouble(
                        Problem.warning(
                            ProblemCode.SERVICE_MANAGER_UNTOLD,
                            "systemd",
                            SafeText.of("tried to tell systemd " + message + "; " + why),
                            "Install systemd-notify, or use Type=exec without WatchdogSec")));
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
