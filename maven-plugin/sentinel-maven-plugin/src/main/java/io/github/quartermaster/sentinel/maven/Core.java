package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.HealRequest;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.SentinelBuilder;
import io.github.quartermaster.sentinel.daemon.Daemon;
import io.github.quartermaster.sentinel.daemon.DaemonListener;
import io.github.quartermaster.sentinel.daemon.DaemonRequest;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The core itself. Providers in jars that a POM gives to this plugin are found too. */
final class Core implements FrontDoor.Opener {
  @Override
  public FrontDoor open(
      @Nullable Path config, @Nullable Path plugins, SentinelListener listener, Clock clock) {
    return new Open(builder(config, plugins).listener(listener).clock(clock).build());
  }

  private static SentinelBuilder builder(@Nullable Path config, @Nullable Path plugins) {
    SentinelBuilder builder = Sentinel.builder().classLoader(Core.class.getClassLoader());
    if (config != null) {
      builder.config(config);
    }
    if (plugins != null) {
      builder.plugins(plugins);
    }
    return builder;
  }

  @Override
  public FrontDoor.Foreground watch(
      @Nullable Path config,
      @Nullable Path plugins,
      @Nullable Path state,
      @Nullable Integer port,
      DaemonListener listener) {
    return new Running(
        new Daemon(
            new DaemonRequest(() -> builder(config, plugins), config, state, port), listener));
  }

  private record Running(Daemon daemon) implements FrontDoor.Foreground {
    @Override
    public void run() {
      daemon.run();
    }

    @Override
    public void stop(int patience) {
      daemon.stop();
      try {
        daemon.awaitEnd(patience);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private record Open(Sentinel sentinel) implements FrontDoor {
    @Override
    public CheckResult check(CheckRequest request) {
      return sentinel.check(request);
    }

    @Override
    public CheckResult tell(CheckResult result) {
      return sentinel.tell(result);
    }

    @Override
    public HealResult heal(HealRequest request) {
      return sentinel.heal(request);
    }

    @Override
    public boolean reset(ComponentId component, Optional<Path> state) {
      return sentinel.reset(component, state);
    }

    @Override
    public GraphResult graph() {
      return sentinel.graph();
    }

    @Override
    public List<ProviderDescription> providers() {
      return sentinel.providers();
    }

    @Override
    public List<ProviderDescription> actions() {
      return sentinel.actions();
    }

    @Override
    public void close() {
      sentinel.close();
    }
  }
}
