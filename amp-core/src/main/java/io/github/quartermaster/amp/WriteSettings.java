package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Tier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How WARs are written by what changes them without AMPs. Start from {@link #DEFAULT}.
 *
 * @param output where the results are written, or null to change the WARs in place; read it by
 *     {@link #outputDirectory()}
 * @param backups where backups go, or null for the place beside each WAR; read it by {@link
 *     #backupDirectory()}
 * @param keepBackups how many backups of a WAR are kept; 0 keeps none, not even of this run
 * @param timestamp the one time that everything written carries, or null for the present; read it
 *     by {@link #fixedTime()}
 * @param tiers what the user says of the WARs' tiers, by file name
 * @param limits what an archive may hold before it is refused
 */
public record WriteSettings(
    @Nullable Path output,
    @Nullable Path backups,
    int keepBackups,
    @Nullable Instant timestamp,
    Map<String, Tier> tiers,
    ArchiveLimits limits) {

  /** In place, with the usual number of backups beside the WAR. */
  public static final WriteSettings DEFAULT =
      new WriteSettings(
          null, null, ApplyRequest.DEFAULT_KEEP_BACKUPS, null, Map.of(), ArchiveLimits.DEFAULTS);

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if {@code keepBackups} is negative
   */
  public WriteSettings {
    tiers = Map.copyOf(tiers);
    if (keepBackups < 0) {
      throw new IllegalArgumentException("keepBackups must not be negative; it is " + keepBackups);
    }
  }

  /** Where the results are written, if not in place. */
  public Optional<Path> outputDirectory() {
    return Optional.ofNullable(output);
  }

  /** Where backups go, if not beside each WAR. */
  public Optional<Path> backupDirectory() {
    return Optional.ofNullable(backups);
  }

  /** The one time that everything written carries, for a result that is the same byte for byte. */
  public Optional<Instant> fixedTime() {
    return Optional.ofNullable(timestamp);
  }

  /** The same with backups there. */
  public WriteSettings withBackupDirectory(@Nullable Path value) {
    return new WriteSettings(output, value, keepBackups, timestamp, tiers, limits);
  }

  /** The same with results there. */
  public WriteSettings withOutputDirectory(@Nullable Path value) {
    return new WriteSettings(value, backups, keepBackups, timestamp, tiers, limits);
  }

  /** The same with that many backups kept. */
  public WriteSettings withKeepBackups(int value) {
    return new WriteSettings(output, backups, value, timestamp, tiers, limits);
  }
}
