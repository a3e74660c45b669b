package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Watch} knows at one point in time. Immutable.
 *
 * @param since when watching began
 * @param check the newest judgement
 * @param decisions what was decided about remedies in the last round
 * @param minutes the last day, the worst of each minute, the oldest first; {@value #MOST_MINUTES}
 *     at most
 * @param entries what happened, the newest first; {@value #MOST_ENTRIES} at most
 * @param tally how often what happened since watching began
 */
public record WatchReport(
    Instant since,
    CheckResult check,
    List<Decision> decisions,
    List<Minute> minutes,
    List<Entry> entries,
    Tally tally) {
  /** A day. */
  public static final int MOST_MINUTES = 1440;

  /** More than people read. */
  public static final int MOST_ENTRIES = 200;

  /** Copies the lists. */
  public WatchReport {
    decisions = List.copyOf(decisions);
    minutes = List.copyOf(minutes);
    entries = List.copyOf(entries);
  }

  /**
   * The worst of a minute.
   *
   * @param at when the minute began
   * @param status the state of the host
   * @param score its score
   * @param cause the first probable cause then, or an empty text
   */
  public record Minute(Instant at, Status status, Score score, String cause) {}

  /**
   * Something that happened.
   *
   * @param at when
   * @param kind what kind of thing
   * @param status the state that it tells of, for the eye
   * @param text in one line; made safe to print
   */
  public record Entry(Instant at, Kind kind, Status status, String text) {
    /** Makes the text safe to print. */
    public Entry {
      text = SafeText.of(text);
    }
  }

  /** What kind of thing happened. */
  public enum Kind {
    /** The state of the host or its first cause changed. */
    STATE,
    /** It was decided what to do, or why not to. */
    DECISION,
    /** Something was done. */
    ATTEMPT
  }

  /**
   * How often what happened.
   *
   * @param rounds judgements
   * @param gathers how often everything related was looked at anew
   * @param attempts by action and outcome
   * @param stopped decisions against acting, by the guard rail that said no
   */
  public record Tally(
      long rounds, long gathers, Map<Acted, Long> attempts, Map<GuardRail, Long> stopped) {
    /** Copies the maps. */
    public Tally {
      attempts = Map.copyOf(attempts);
      stopped = Map.copyOf(stopped);
    }
  }

  /**
   * Something that was done.
   *
   * @param action the type of the action
   * @param outcome how it ended
   */
  public record Acted(String action, Attempt.Outcome outcome) {}
}
