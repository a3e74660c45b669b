package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ArchiveLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be applied to which WARs, and how. Made by {@link #builder(AmpSources, List)}.
 *
 * @param wars packed WARs or exploded folders; each AMP goes to those of its tier
 * @param rules what the plan may do
 * @param output where the results are written, or null to change the WARs in place; read it by
 *     {@link #outputDirectory()}
 * @param backups where backups go, or null for the place beside each WAR; read it by {@link
 *     #backupDirectory()}
 * @param keepBackups how many backups of a WAR are kept; 0 keeps none, not even of this run
 * @param timestamp the one time that everything written carries, or null for the present; read it
 *     by {@link #fixedTime()}
 * @param limits what an archive may hold before it is refused
 */
public record ApplyRequest(
    AmpSources sources,
    List<Path> wars,
    ApplyRules rules,
    @Nullable Path output,
    @Nullable Path backups,
    int keepBackups,
    @Nullable Instant timestamp,
    ArchiveLimits limits) {

  /** How many backups of a WAR are kept where nobody says otherwise. */
  public static final int DEFAULT_KEEP_BACKUPS = 5;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if {@code keepBackups} is negative
   */
  public ApplyRequest {
    wars = List.copyOf(wars);
    if (keepBackups < 0) {
      throw new IllegalArgumentException("keepBackups must not be negative; it is " + keepBackups);
    }
  }

  /** Starts a request with the defaults of everything else. */
  public static Builder builder(AmpSources sources, List<Path> wars) {
    return new Builder(sources, wars);
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

  /** Gathers what differs from the defaults; not for use by several threads. */
  public static final class Builder {
    private final AmpSources sources;
    private final List<Path> wars;
    private ApplyRules rules = ApplyRules.DEFAULT;
    private @Nullable Path output;
    private @Nullable Path backups;
    private int keepBackups = DEFAULT_KEEP_BACKUPS;
    private @Nullable Instant timestamp;
    private ArchiveLimits limits = ArchiveLimits.DEFAULTS;

    private Builder(AmpSources sources, List<Path> wars) {
      this.sources = sources;
      this.wars = wars;
    }

    /** What the plan may do; {@link ApplyRules#DEFAULT} unless said. */
    public Builder rules(ApplyRules value) {
      rules = value;
      return this;
    }

    /** Writes the results there and leaves the WARs as they are. */
    public Builder outputDirectory(@Nullable Path value) {
      output = value;
      return this;
    }

    /** Puts backups there. */
    public Builder backupDirectory(@Nullable Path value) {
      backups = value;
      return this;
    }

    /** Keeps that many backups of a WAR; {@value #DEFAULT_KEEP_BACKUPS} unless said. */
    public Builder keepBackups(int value) {
      keepBackups = value;
      return this;
    }

    /** Gives everything written this one time. */
    public Builder timestamp(@Nullable Instant value) {
      timestamp = value;
      return this;
    }

    /** What an archive may hold; {@link ArchiveLimits#DEFAULTS} unless said. */
    public Builder limits(ArchiveLimits value) {
      limits = value;
      return this;
    }

    /** The request. */
    public ApplyRequest build() {
      return new ApplyRequest(
          sources, wars, rules, output, backups, keepBackups, timestamp, limits);
    }
  }
}
