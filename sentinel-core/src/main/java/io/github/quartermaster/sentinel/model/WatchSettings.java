package io.github.quartermaster.sentinel.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the daemon runs.
 *
 * @param interval how often a check is made that says nothing else
 * @param port where it listens, on loopback only; 0 for not at all
 * @param token the file with the token that requests must show, or null; read it by {@link
 *     #tokenFile()}
 * @param state the folder for what must survive a restart: attempts, audit log, lock
 */
public record WatchSettings(Duration interval, int port, @Nullable Path token, Path state) {
  /** The file with the token that requests must show. */
  public Optional<Path> tokenFile() {
    return Optional.ofNullable(token);
  }
}
