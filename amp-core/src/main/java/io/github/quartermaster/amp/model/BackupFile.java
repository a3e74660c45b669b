package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a WAR.
 *
 * @param file the WAR as it was; of an exploded one packed into one file
 * @param time when it was made, or null where its name does not tell; read it by {@link #made()}
 * @param size in bytes
 */
public record BackupFile(Path file, @Nullable Instant time, long size) {
  /** When it was made, where its name tells. */
  public Optional<Instant> made() {
    return Optional.ofNullable(time);
  }
}
