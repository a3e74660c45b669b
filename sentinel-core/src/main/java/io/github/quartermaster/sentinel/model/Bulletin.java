package io.github.quartermaster.sentinel.model;

import java.time.Instant;
import java.util.List;

/**
 * What other monitors are told after a round.
 *
 * @param host the name of the machine that measured
 * @param at when the round began
 * @param verdict OK where the gate is open, WARNING where it warns, CRITICAL where it is closed,
 *     UNKNOWN where it is closed because a state is unknown
 * @param pluginText what a plugin of Nagios would print: a line with performance data behind {@code
 *     |}, then lines of reasons
 * @param causes what one page each is worth: the probable causes that no other one accounts for,
 *     the most probable first
 */
public record Bulletin(
    String host, Instant at, Status verdict, String pluginText, List<RootCause> causes) {
  /** Copies the list. */
  public Bulletin {
    causes = List.copyOf(causes);
  }

  /**
   * A probable cause that no other one accounts for.
   *
   * @param component which one
   * @param severity the worst state of it and of what it explains: WARNING or CRITICAL
   * @param summary in one sentence without a final stop
   * @param explains what is sick because of it, the nearest first
   * @param confidence how far it can be trusted: {@code high}, {@code medium} or {@code low}
   */
  public record RootCause(
      ComponentId component,
      Status severity,
      String summary,
      List<ComponentId> explains,
      Confidence confidence) {
    /** Copies the list and makes the summary safe to print. */
    public RootCause {
      summary = SafeText.of(summary);
      explains = List.copyOf(explains);
    }
  }
}
