package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is carried out.
 *
 * @param output where the results are written, or null to change the WARs in place; read it by
 *     {@link #outputDirectory()}
 * @param backups where backups go, or null for the place beside each WAR
 * @param keepBackups how many backups of a WAR are kept; 0 keeps none, not even of this run
 * @param timestamp the one time that everything written carries, or null for the present; read it
 *     by {@link #fixedTime()}
 * @param limits what an archive may hold before it is refused
 */
public record RunOptions(
    @Nullable Path output,
    @Nullable Path backups,
    int keepBackups,
    @Nullable Instant timestamp,
    ArchiveLimits limits) {

  /** Where the results are written, if not in place. */
  public Optional<Path> outputDirectory() {
    return Optional.ofNullable(output);
  }

  /** The one time that everything written carries. */
  public Optional<Instant> fixedTime() {
    return Optional.ofNullable(timestamp);
  }

  /** Whether the WARs as they were are kept. */
  boolean makesBackups() {
    return output == null && keepBackups > 0;
  }
}
