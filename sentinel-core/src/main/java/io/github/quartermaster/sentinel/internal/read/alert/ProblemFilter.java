package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/**
 * Which problems of Nagios or Icinga count.
 *
 * @param onlyHard whether those do not that are yet to be confirmed by further checks
 * @param withoutDowntime whether those do not for which people have planned a downtime
 * @param withoutAcknowledged whether those do not that a person has acknowledged
 */
record ProblemFilter(boolean onlyHard, boolean withoutDowntime, boolean withoutAcknowledged) {
  private static final String ONLY = "only";
  private static final String HARD = "hard";
  private static final String SKIP_DOWNTIME = "skip-downtime";
  private static final String SKIP_ACKNOWLEDGED = "skip-acknowledged";

  static Parameter hardParameter() {
    return Parameter.choice(
            ONLY,
            List.of(HARD, "any"),
            "`hard`: problems that the monitor has confirmed by further checks; `any`: also those"
                + " that it has seen once")
        .defaultsTo(HARD);
  }

  static Parameter downtimeParameter() {
    return Parameter.optional(
            SKIP_DOWNTIME,
            Parameter.Type.FLAG,
            "Whether problems in a planned downtime do not count")
        .defaultsTo("true");
  }

  static Parameter acknowledgedParameter() {
    return Parameter.optional(
            SKIP_ACKNOWLEDGED,
            Parameter.Type.FLAG,
            "Whether problems that somebody has acknowledged do not count: a person is at work")
        .defaultsTo("true");
  }

  static ProblemFilter of(Settings settings) {
    return new ProblemFilter(
        settings.text(ONLY).filter("any"::equals).isEmpty(),
        !settings.has(SKIP_DOWNTIME) || settings.flag(SKIP_DOWNTIME),
        !settings.has(SKIP_ACKNOWLEDGED) || settings.flag(SKIP_ACKNOWLEDGED));
  }

  /** Whether a problem counts. */
  boolean counts(boolean hard, boolean inDowntime, boolean acknowledged) {
    return (hard || !onlyHard)
        && !(inDowntime && withoutDowntime)
        && !(acknowledged && withoutAcknowledged);
  }
}
