package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.daemon.Daemon;
import io.github.quartermaster.sentinel.daemon.DaemonRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sentinel watch}. */
@Command(
    name = "watch",
    description =
        "Watches until it is stopped: checks at intervals, heals where it may, and tells how things"
            + " are. SIGHUP makes it read its configuration anew.")
final class WatchCommand implements Callable<Integer> {
  /** What a service manager waits before it kills is longer. */
  private static final int SECONDS_TO_END = 10;

  private static final int HIGHEST_PORT = 65_535;

  @Mixin private final Where where = new Where();

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "The state folder, in place of the one that the configuration names.")
  @Nullable Path state;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen at, in place of the configuration's; 0 for none.")
  @Nullable Integer port;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (port != null && (port < 0 || port > HIGHEST_PORT)) {
      throw new ParameterException(
          spec.commandLine(), "--port is between 0 and " + HIGHEST_PORT + ", not " + port);
    }
    try (DaemonLog log = new DaemonLog(spec.commandLine().getErr(), System.getenv())) {
      Daemon daemon = new Daemon(new DaemonRequest(where::builder, where.config, state, port), log);
      HangUp.onSignal(daemon::reload);
      Thread end = new Thread(() -> end(daemon), "sentinel-end");
      Runtime.getRuntime().addShutdownHook(end);
      daemon.run();
      return ExitCode.OK;
    }
  }

  private static void end(Daemon daemon) {
    daemon.stop();
    try {
      daemon.awaitEnd(SECONDS_TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
