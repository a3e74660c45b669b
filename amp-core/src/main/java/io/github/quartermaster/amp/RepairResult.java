package io.github.quartermaster.amp;

import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarRepair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a repair did.
 *
 * @param repairs what was found and mended, in the order of the request
 * @param finished interrupted runs whose work was finished or undone before
 * @param wars what became of each WAR
 * @param warnings what went less well than it should
 * @param elapsed the time that the whole call took
 */
public record RepairResult(
    List<WarRepair> repairs,
    List<Path> finished,
    List<WarResult> wars,
    List<Problem> warnings,
    Duration elapsed) {

  /** Copies the lists. */
  public RepairResult {
    repairs = List.copyOf(repairs);
    finished = List.copyOf(finished);
    wars = List.copyOf(wars);
    warnings = List.copyOf(warnings);
  }

  /** Whether any WAR was changed or written. */
  public boolean changed() {
    return !finished.isEmpty() || wars.stream().anyMatch(WarResult::changed);
  }
}
