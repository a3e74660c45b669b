package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Removal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a prune has removed.
 *
 * @param plan what was to go; where it is refused, nothing went
 * @param removals what became of each that was to go, oldest first; empty where the plan was
 *     refused
 */
public record PruneResult(
    PrunePlan plan, List<Removal> removals, Instant startedAt, Duration elapsed) {
  /** Copies the list. */
  public PruneResult {
    removals = List.copyOf(removals);
  }

  /** How many of them ended so. */
  public long count(Removal.Status status) {
    return removals.stream().filter(removal -> removal.status() == status).count();
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.concat(
            plan.problems().stream(),
            removals.stream().flatMap(removal -> removal.problem().stream()))
        .toList();
  }
}
