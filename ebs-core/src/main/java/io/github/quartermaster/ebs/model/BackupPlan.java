package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a backup would do, and what was found on the way. A value: making it creates nothing, and
 * executing it needs no further decision.
 *
 * @param volumes in the user's order
 * @param sets snapshots that are made together; each of their volumes is among {@code volumes}
 * @param problems what concerns no single volume; an error refuses the whole plan
 */
public record BackupPlan(
    RunId run,
    List<PlannedVolume> volumes,
    List<PlannedSet> sets,
    CostEstimate cost,
    List<Problem> problems) {
  /** Copies the lists. */
  public BackupPlan {
    volumes = List.copyOf(volumes);
    sets = List.copyOf(sets);
    problems = List.copyOf(problems);
  }

  /** The same plan, of which more was found out that concerns no single volume. */
  public BackupPlan withProblems(List<Problem> more) {
    return new BackupPlan(
        run, volumes, sets, cost, Stream.concat(problems.stream(), more.stream()).toList());
  }

  /** Whether a problem forbids to begin. What is wrong with single volumes does not. */
  public boolean isRefused() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** All problems, the general ones first. */
  public List<Problem> allProblems() {
    return Stream.concat(
            problems.stream(), volumes.stream().flatMap(volume -> volume.problems().stream()))
        .toList();
  }

  /** How many snapshots would be made. */
  public long snapshotsToMake() {
    return possible().filter(volume -> volume.existing().isEmpty()).count();
  }

  /** How many copies would be made. */
  public long copiesToMake() {
    return possible()
        .flatMap(volume -> volume.copies().stream())
        .filter(copy -> copy.existing().isEmpty())
        .count();
  }

  /** The set that a volume is in, if it is in one. */
  public Optional<PlannedSet> setOf(PlannedVolume volume) {
    return sets.stream()
        .filter(set -> set.creation().region().equals(volume.region()))
        .filter(set -> set.volumes().contains(volume.spec().id()))
        .findFirst();
  }

  private Stream<PlannedVolume> possible() {
    return volumes.stream().filter(PlannedVolume::isPossible);
  }
}
