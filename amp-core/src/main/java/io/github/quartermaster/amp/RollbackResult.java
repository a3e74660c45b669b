package io.github.quartermaster.amp;

import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarRollback;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rollback did.
 *
 * @param rollbacks what was to be done, in the order of the request; where an error is among their
 *     problems, nothing was
 * @param wars what became of each WAR that was changed
 * @param warnings what went less well than it should
 * @param elapsed the time that the whole call took
 */
public record RollbackResult(
    List<WarRollback> rollbacks, List<WarResult> wars, List<Problem> warnings, Duration elapsed) {

  /** Copies the lists. */
  public RollbackResult {
    rollbacks = List.copyOf(rollbacks);
    wars = List.copyOf(wars);
    warnings = List.copyOf(warnings);
  }

  /** Whether any WAR was changed. */
  public boolean changed() {
    return wars.stream().anyMatch(WarResult::changed);
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.concat(
            rollbacks.stream().flatMap(rollback -> rollback.problems().stream()), warnings.stream())
        .toList();
  }
}
