package io.github.quartermaster.sentinel.model;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the daemon runs.
 *
 * @param host the loopback address at which it listens, such as {@code 127.0.0.1}
 * @param port where it listens there; 0 for not at all
 * @param token the file with the token that requests must show, or null for one of the daemon's own
 *     in its state folder; read it by {@link #tokenFile()}
 * @param pluginFolder the folder of plugins, or null; read it by {@link #plugins()}
 * @param state the folder for what must survive a restart: attempts, audit log, lock; and for what
 *     others read: the newest results
 * @param logFile where it writes its log, or null for the standard error stream; read it by {@link
 *     #log()}
 * @param logLevel how much it writes there
 */
public record WatchSettings(
    String host,
    int port,
    @Nullable Path token,
    @Nullable Path pluginFolder,
    Path state,
    @Nullable Path logFile,
    LogLevel logLevel) {
  /** What holds where nothing is written. */
  public static final WatchSettings DEFAULT =
      new WatchSettings(
          "127.0.0.1", 7878, null, null, Path.of("/var/lib/sentinel"), null, LogLevel.INFO);

  /** The file with the token that requests must show. */
  public Optional<Path> tokenFile() {
    return Optional.ofNullable(token);
  }

  /** The folder of plugins. */
  public Optional<Path> plugins() {
    return Optional.ofNullable(pluginFolder);
  }

  /** Where the log is written. */
  public Optional<Path> log() {
    return Optional.ofNullable(logFile);
  }

  /** The same with its state elsewhere. */
  public WatchSettings in(Path newState) {
    return new WatchSettings(host, port, token, pluginFolder, newState, logFile, logLevel);
  }

  /** The same at another port; 0 for not listening at all. */
  public WatchSettings at(int newPort) {
    return new WatchSettings(host, newPort, token, pluginFolder, state, logFile, logLevel);
  }
}
