package io.github.quartermaster.maven;

import java.util.List;

/**
 * How a goal ended.
 *
 * @param message without a final stop; of a refusal any number of lines, the first of which says
 *     what is wrong with what and what to do
 * @param reports what is to be written; the first is the one that the user is pointed to
 */
public record Outcome(Verdict verdict, String message, List<ReportFile> reports) {
  /** The ways to end. */
  public enum Verdict {
    /** The work is done. */
    DONE,
    /** There was nothing to do. */
    IDLE,
    /** What was looked at is not as it should be. */
    REFUSED
  }

  /** Copies the list. */
  public Outcome {
    reports = List.copyOf(reports);
  }

  /** The work is done. */
  public static Outcome done(String message, ReportFile... reports) {
    return new Outcome(Verdict.DONE, message, List.of(reports));
  }

  /** There was nothing to do. */
  public static Outcome idle(String message, ReportFile... reports) {
    return new Outcome(Verdict.IDLE, message, List.of(reports));
  }

  /** What was looked at is not as it should be; the build fails. */
  public static Outcome refused(String message, ReportFile... reports) {
    return new Outcome(Verdict.REFUSED, message, List.of(reports));
  }
}
