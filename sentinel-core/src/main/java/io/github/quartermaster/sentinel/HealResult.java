package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import java.util.List;

/**
 * What was decided and done about the causes of a check, and how the host is now.
 *
 * @param mode how far it was to go
 * @param before the check that decisions rest on
 * @param check the check after all attempts; where there were none, the same
 * @param decisions what was decided about each cause that there is a remedy for; the first cause's
 *     comes first
 * @param attempts what was tried, or was found to have ended without anybody seeing it
 * @param problems what went wrong with history or log
 */
public record HealResult(
    Mode mode,
    CheckResult before,
    CheckResult check,
    List<Decision> decisions,
    List<Attempt> attempts,
    List<Problem> problems) {
  /** Copies the lists. */
  public HealResult {
    decisions = List.copyOf(decisions);
    attempts = List.copyOf(attempts);
    problems = List.copyOf(problems);
  }

  /** Whether anything was done to the host, or told to somebody. */
  public boolean isChanged() {
    return decisions.stream().anyMatch(Decision::acts);
  }
}
