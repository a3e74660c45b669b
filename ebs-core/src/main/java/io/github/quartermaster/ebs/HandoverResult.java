package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a handover has changed.
 *
 * @param plan what was to be changed; where it is refused, nothing was
 * @param outcomes what became of each change; empty where nothing was to be changed
 */
public record HandoverResult(
    HandoverPlan plan, List<HandoverOutcome> outcomes, Instant startedAt, Duration elapsed) {
  /** Copies the list. */
  public HandoverResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.concat(
            plan.problems().stream(),
            outcomes.stream().flatMap(outcome -> outcome.problem().stream()))
        .toList();
  }

  /** Whether anything was changed. */
  public boolean changed() {
    return outcomes.stream().anyMatch(outcome -> outcome.problem().isEmpty());
  }
}
