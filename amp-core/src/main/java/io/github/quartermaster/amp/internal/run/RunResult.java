package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a plan.
 *
 * @param wars one for each WAR of the plan, in its order
 * @param warnings what went less well than it should
 */
public record RunResult(List<WarOutcome> wars, List<Problem> warnings) {

  /** Copies the lists. */
  public RunResult {
    wars = List.copyOf(wars);
    warnings = List.copyOf(warnings);
  }

  /**
   * What became of one WAR.
   *
   * @param war as the plan names it
   * @param result where the result lies
   * @param changed whether anything was written
   * @param sizeBefore of a packed WAR in bytes; of a folder the sum of its files
   * @param sizeAfter likewise
   * @param backup the backup that was made, or null
   */
  public record WarOutcome(
      Path war,
      Path result,
      boolean changed,
      long sizeBefore,
      long sizeAfter,
      @Nullable Path backup) {}
}
