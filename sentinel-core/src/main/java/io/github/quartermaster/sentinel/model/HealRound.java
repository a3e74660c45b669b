package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * What one round of remedies decided and did.
 *
 * @param decisions one for each probable cause that there is a remedy for, and one for the first
 *     cause in any case; the first cause's comes first
 * @param attempts what was tried, or was found to have ended without anybody seeing it
 * @param problems what went wrong on the way, such as a log that could not be written
 */
public record HealRound(List<Decision> decisions, List<Attempt> attempts, List<Problem> problems) {
  /** Nothing was to be decided. */
  public static final HealRound NOTHING = new HealRound(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public HealRound {
    decisions = List.copyOf(decisions);
    attempts = List.copyOf(attempts);
    problems = List.copyOf(problems);
  }
}
