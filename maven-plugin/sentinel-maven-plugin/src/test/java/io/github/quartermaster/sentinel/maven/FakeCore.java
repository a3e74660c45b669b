package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.HealRequest;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.SentinelBuilder;
import io.github.quartermaster.sentinel.daemon.DaemonEvent;
import io.github.quartermaster.sentinel.daemon.DaemonListener;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.SentinelListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The real core, but with a host that a test makes up instead of a configuration: a shop that needs
 * an application, which needs a disk.
 */
final class FakeCore implements FrontDoor.Opener {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

  double diskUsed = 12;
  boolean swapIsReadable = true;
  @Nullable SentinelException refusal;
  @Nullable Path config;
  @Nullable Path plugins;
  @Nullable Path state;
  @Nullable Integer port;
  @Nullable CheckRequest asked;
  @Nullable CheckResult told;
  @Nullable HealRequest healing;
  boolean closed;

  @Override
  public FrontDoor open(
      @Nullable Path newConfig, @Nullable Path newPlugins, SentinelListener listener, Clock clock) {
    config = newConfig;
    plugins = newPlugins;
    if (refusal != null) {
      throw refusal;
    }
    SentinelBuilder host =
        Sentinel.builder()
            .listener(listener)
            .clock(clock)
            .provider(
                "disk",
                context ->
                    Reading.of("disk:/var")
                        .message(Math.round(diskUsed) + " % used")
                        .metric("used", diskUsed, "%", 70, 95))
            .provider("app", context -> service("app", isFull(), "port 8080 refuses connections"))
            .provider("shop", context -> service("shop", isFull(), "HTTP 500"))
            .provider(
                "swap",
                context ->
                    swapIsReadable
                        ? Reading.of("swap").message("3 % used")
                        : Reading.unknown(new ComponentId("swap"), "/proc/swaps cannot be read"))
            .requires("shop", "app")
            .requires("app", "disk:/var")
            .action(new FakeClean(() -> diskUsed = 12))
            .healing(FakeClean.REMEDIES);
    return new Door(host.build());
  }

  /** Watches nothing, and stops at once. */
  @Override
  public FrontDoor.Foreground watch(
      @Nullable Path newConfig,
      @Nullable Path newPlugins,
      @Nullable Path newState,
      @Nullable Integer newPort,
      DaemonListener listener) {
    config = newConfig;
    plugins = newPlugins;
    state = newState;
    port = newPort;
    return new FrontDoor.Foreground() {
      @Override
      public void run() {
        if (refusal != null) {
          throw refusal;
        }
        listener.on(new DaemonEvent.Started(4, URI.create("http://127.0.0.1:7878/")));
        listener.on(new DaemonEvent.Stopping());
      }

      @Override
      public void stop(int patience) {}
    };
  }

  private boolean isFull() {
    return diskUsed >= 95;
  }

  private static Reading service(String name, boolean down, String message) {
    return down ? Reading.down(new ComponentId(name), message) : Reading.of(name);
  }

  private final class Door implements FrontDoor {
    private final Sentinel sentinel;

    Door(Sentinel sentinel) {
      this.sentinel = sentinel;
    }

    @Override
    public CheckResult check(CheckRequest request) {
      asked = request;
      return sentinel.check(request);
    }

    @Override
    public CheckResult tell(CheckResult result) {
      told = result;
      return sentinel.tell(result);
    }

    @Override
    public HealResult heal(HealRequest request) {
      healing = request;
      return sentinel.heal(request);
    }

    @Override
    public boolean reset(ComponentId component, Optional<Path> folder) {
      return sentinel.reset(component, folder);
    }

    @Override
    public GraphResult graph() {
      return sentinel.graph();
    }

    @Override
    public List<ProviderDescription> providers() {
      return List.of(
          new ProviderDescription(
              "disk",
              "The space of file systems",
              List.of(
                  Parameter.limit("warn", Parameter.Type.UPPER_LIMIT, "%", "Used space")
                      .defaultsTo("70"),
                  Parameter.choice("unit", List.of("SI", "IEC"), "How sizes are written"),
                  Parameter.required("path", Parameter.Type.PATH, "Where")),
              "built-in"),
          new ProviderDescription("queue\u001b[31m", "What waits", List.of(), "queue.jar"));
    }

    @Override
    public List<ProviderDescription> actions() {
      return List.of(
          new ProviderDescription(
              "pool.drain",
              "Takes a server out of its pool",
              List.of(Parameter.required("pool", Parameter.Type.TEXT, "Which pool")),
              "built-in"));
    }

    @Override
    public void close() {
      sentinel.close();
      closed = true;
    }
  }
}
