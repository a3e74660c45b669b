package io.github.quartermaster.amp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which WARs are to be what they were.
 *
 * @param wars packed WARs or exploded folders
 * @param backup which backup: a part of its name, such as the date and time, or its path; null for
 *     the newest of each WAR; read it by {@link #named()}
 * @param settings where backups are, among others; an output folder has no meaning here
 */
public record RollbackRequest(List<Path> wars, @Nullable String backup, WriteSettings settings) {

  /** Copies the list. */
  public RollbackRequest {
    wars = List.copyOf(wars);
  }

  /** What names the backup, unless it is the newest. */
  public Optional<String> named() {
    return Optional.ofNullable(backup);
  }
}
