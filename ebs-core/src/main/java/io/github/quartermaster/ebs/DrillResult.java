package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.SweptVolume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a drill showed.
 *
 * @param plan what was to be drilled; a volume of it that is impossible has failed its drill
 * @param volumes of those that were possible, in the order of the plan
 * @param swept what earlier drills had left behind
 */
public record DrillResult(
    RestorePlan plan,
    List<DrilledVolume> volumes,
    List<SweptVolume> swept,
    Instant startedAt,
    Duration elapsed) {
  /** Copies the lists. */
  public DrillResult {
    volumes = List.copyOf(volumes);
    swept = List.copyOf(swept);
  }

  /** Whether every volume passed, and nothing is left of it. */
  public boolean isPassed() {
    return problems().stream().noneMatch(Problem::isError)
        && volumes.stream().allMatch(volume -> volume.isPassed() && volume.removed());
  }

  /** Whether something was made or removed. */
  public boolean isChanged() {
    return volumes.stream().anyMatch(volume -> volume.volume().isPresent())
        || swept.stream().anyMatch(SweptVolume::isRemoved);
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.of(
            plan.allProblems().stream(),
            volumes.stream().flatMap(volume -> volume.problems().stream()),
            swept.stream().flatMap(volume -> volume.problem().stream()))
        .flatMap(problems -> problems)
        .distinct()
        .toList();
  }
}
