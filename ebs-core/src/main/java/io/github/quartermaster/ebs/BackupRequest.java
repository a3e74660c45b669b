package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.FreezeHooks;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be backed up, and how. Made by {@link #builder}.
 *
 * @param region where the volumes are
 * @param journal where the journal is kept
 * @param givenRun the run's id, or null for the unfinished one of the journal's folder, else a new
 *     one; read it by {@link #run()}
 * @param hooks commands around each creating call, or null; read it by {@link #freezeHooks()}
 * @param awaited whether the call returns only once everything is whole, has failed, or time is up
 * @param timeout for the whole call
 */
public record BackupRequest(
    VolumeSelection volumes,
    Region region,
    JournalPlace journal,
    @Nullable RunId givenRun,
    BackupRules rules,
    @Nullable FreezeHooks hooks,
    boolean awaited,
    Duration timeout) {
  /** The time that a run may take where nobody says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(4);

  /**
   * Checks the timeout.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public BackupRequest {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the timeout must be positive; it is " + timeout);
    }
  }

  /** Starts a request with the defaults of everything else. */
  public static Builder builder(VolumeSelection volumes, Region region, JournalPlace journal) {
    return new Builder(volumes, region, journal);
  }

  /** The run's id, where the caller says. */
  public Optional<RunId> run() {
    return Optional.ofNullable(givenRun);
  }

  /** Commands around each creating call. */
  public Optional<FreezeHooks> freezeHooks() {
    return Optional.ofNullable(hooks);
  }

  /** Gathers what differs from the defaults; not for use by several threads. */
  public static final class Builder {
    private final VolumeSelection volumes;
    private final Region region;
    private final JournalPlace journal;
    private @Nullable RunId run;
    private BackupRules rules = BackupRules.DEFAULT;
    private @Nullable FreezeHooks hooks;
    private boolean awaited = true;
    private Duration timeout = DEFAULT_TIMEOUT;

    private Builder(VolumeSelection volumes, Region region, JournalPlace journal) {
      this.volumes = volumes;
      this.region = region;
      this.journal = journal;
    }

    /** The run's id; the same again adopts what is there. */
    public Builder run(@Nullable RunId value) {
      run = value;
      return this;
    }

    /** How volumes are backed up; {@link BackupRules#DEFAULT} unless said. */
    public Builder rules(BackupRules value) {
      rules = value;
      return this;
    }

    /** Commands around each creating call. */
    public Builder freezeHooks(@Nullable FreezeHooks value) {
      hooks = value;
      return this;
    }

    /** Whether to wait until everything is whole; true unless said. */
    public Builder awaited(boolean value) {
      awaited = value;
      return this;
    }

    /** The time for the whole call; {@link #DEFAULT_TIMEOUT} unless said. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** The request. */
    public BackupRequest build() {
      return new BackupRequest(volumes, region, journal, run, rules, hooks, awaited, timeout);
    }
  }
}
