package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which volumes are to be made again, and how.
 *
 * @param run the run whose snapshots or copies they are made from
 * @param region where those are, and the new volumes come to be
 * @param volumes the volumes that the run backed up; all of them where this is empty
 * @param rules in what the new ones differ from the old
 * @param givenId what this restore is called, or null for the unfinished one of the run in the
 *     folder of the journals, else a new name; the same again takes what is there; read it by
 *     {@link #id()}
 * @param safetySnapshot whether the volumes as they are now are backed up first, as a run of its
 *     own, and nothing is made unless that succeeds
 * @param journals the folder of the journals
 * @param timeout for the whole call
 */
public record RestoreRequest(
    RunId run,
    Region region,
    List<VolumeId> volumes,
    RestoreRules rules,
    @Nullable RunId givenId,
    boolean safetySnapshot,
    Path journals,
    Duration timeout) {
  /** The time that a restore may take where nobody says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the timeout is not positive
   */
  public RestoreRequest {
    volumes = List.copyOf(volumes);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the timeout must be positive; it is " + timeout);
    }
  }

  /** All volumes of a run, as they were. */
  public static RestoreRequest of(RunId run, Region region, Path journals) {
    return new RestoreRequest(
        run, region, List.of(), RestoreRules.AS_IT_WAS, null, false, journals, DEFAULT_TIMEOUT);
  }

  /** What this restore is called, where the caller says. */
  public Optional<RunId> id() {
    return Optional.ofNullable(givenId);
  }
}
