package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.DrillHook;
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
 * Which snapshots are to prove that they can be restored.
 *
 * @param region where the snapshots or copies are, and the temporary volumes come to be
 * @param onlyRun the run whose they are, or null for the newest whole one of each volume; read it
 *     by {@link #run()}
 * @param volumes the volumes that were backed up; all of them where this is empty
 * @param rules in what the temporary ones differ from the old
 * @param look the command that looks at each volume, or null; read it by {@link #hook()}
 * @param parallel how many volumes may be there at a time; 1 to 20
 * @param journals the folder of the journals, for {@code drill.journal}
 * @param timeout for all but the removal of what is there when it is over
 */
public record DrillRequest(
    Region region,
    @Nullable RunId onlyRun,
    List<VolumeId> volumes,
    RestoreRules rules,
    @Nullable DrillHook look,
    int parallel,
    Path journals,
    Duration timeout) {
  /** How many volumes are there at a time where nobody says otherwise. */
  public static final int DEFAULT_PARALLEL = 4;

  /** The time that a drill may take where nobody says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

  /** Fewer than there are threads, of which each command holds one. */
  private static final int MOST_PARALLEL = 20;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public DrillRequest {
    volumes = List.copyOf(volumes);
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new IllegalArgumentException(
          "from 1 to " + MOST_PARALLEL + " volumes may be there at a time, not " + parallel);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the timeout must be positive; it is " + timeout);
    }
  }

  /** The newest snapshot of each volume, without a look inside. */
  public static DrillRequest of(Region region, Path journals) {
    return new DrillRequest(
        region,
        null,
        List.of(),
        RestoreRules.AS_IT_WAS,
        null,
        DEFAULT_PARALLEL,
        journals,
        DEFAULT_TIMEOUT);
  }

  /** The run whose snapshots they are. */
  public Optional<RunId> run() {
    return Optional.ofNullable(onlyRun);
  }

  /** The command that looks at each volume. */
  public Optional<DrillHook> hook() {
    return Optional.ofNullable(look);
  }
}
