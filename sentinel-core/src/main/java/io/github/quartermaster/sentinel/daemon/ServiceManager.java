package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells systemd that the daemon is ready, alive, reading its configuration, or about to stop
 * (sd_notify(3)), where systemd asked for it by {@code NOTIFY_SOCKET}. It does so by the program
 * {@code systemd-notify}, which comes with systemd: Java 17 cannot write to a Unix datagram socket,
 * and no native library is worth four messages. The unit needs {@code NotifyAccess=all}.
 */
final class ServiceManager {
  static final String READY = "READY=1";
  static final String RELOADING = "RELOADING=1";
  static final String STOPPING = "STOPPING=1";
  static final String ALIVE = "WATCHDOG=1";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String PROGRAM = "systemd-notify";

  private final Map<String, String> environment;
  private final List<String> program;

  /** Tells whoever the environment names, by the usual program. */
  ServiceManager(Map<String, String> environment) {
    this(environment, List.of(PROGRAM));
  }

  /** Tells by another program. */
  ServiceManager(Map<String, String> environment, List<String> program) {
    this.environment = Map.copyOf(environment);
    this.program = List.copyOf(program);
  }

  /** How often it wants to hear that the daemon is alive; nothing where it does not. */
  Optional<Duration> aliveEvery() {
    long micros = number(environment.get("WATCHDOG_USEC"));
    String pid = environment.get("WATCHDOG_PID");
    boolean ours = pid == null || number(pid) == ProcessHandle.current().pid();
    // half of it, as sd_watchdog_enabled(3) recommends
    return isThere() && ours && micros > 0
        ? Optional.of(Duration.ofNanos(micros * 1000 / 2))
        : Optional.empty();
  }

  /** Whether there is somebody to tell. */
  boolean isThere() {
    return environment.containsKey("NOTIFY_SOCKET");
  }

  /**
   * Tells it.
   *
   * @return why it could not be told, or nothing
   */
  Optional<String> tell(String... messages) throws InterruptedException {
    if (!isThere()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(program);
    words.addAll(List.of(messages));
    CommandResult result = new CommandRunner().run(new Command(words, Map.of(), null), PATIENCE);
    if (result instanceof CommandResult.Exited exited) {
      return exited.code() == 0
          ? Optional.empty()
          : Optional.of(PROGRAM + " exited with " + exited.code() + ": " + exited.output().err());
    }
    if (result instanceof CommandResult.NotFound none) {
      return Optional.of(none.reason());
    }
    return Optional.of(PROGRAM + " did not end as it should");
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
