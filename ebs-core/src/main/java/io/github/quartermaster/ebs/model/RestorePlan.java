package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which volumes would be made from which snapshots. A value: making it makes nothing else.
 *
 * @param id of the restore or the drill, which names its volumes
 * @param ofRun the run whose snapshots they are, or null for the newest of whatever run; read it by
 *     {@link #run()}
 * @param region where the snapshots are, and the volumes come to be
 * @param volumes by the ids of the volumes that the data is from
 * @param attached the volumes that are attached, now, to the instances which had the old ones
 * @param problems what concerns no single volume
 */
public record RestorePlan(
    RunId id,
    @Nullable RunId ofRun,
    Region region,
    List<PlannedRestore> volumes,
    List<Volume> attached,
    List<Problem> problems) {
  /** Copies the lists. */
  public RestorePlan {
    volumes = List.copyOf(volumes);
    attached = List.copyOf(attached);
    problems = List.copyOf(problems);
  }

  /** The run whose snapshots they are. */
  public Optional<RunId> run() {
    return Optional.ofNullable(ofRun);
  }

  /** All problems, the general ones first. */
  public List<Problem> allProblems() {
    return Stream.concat(
            problems.stream(), volumes.stream().flatMap(volume -> volume.problems().stream()))
        .toList();
  }

  /** Whether anything is wrong: half of what belongs together is no restore. */
  public boolean isRefused() {
    return allProblems().stream().anyMatch(Problem::isError);
  }
}
