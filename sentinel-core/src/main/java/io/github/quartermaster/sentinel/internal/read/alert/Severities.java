package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import java.util.Locale;
import java.util.Map;

/**
 * How bad an alert of Prometheus is: it has no state, only a label by convention.
 *
 * @param label the name of that label
 */
record Severities(String label) {
  private static final String NAME = "severity-label";
  private static final String DEFAULT = "severity";

  static Parameter parameter() {
    return Parameter.optional(
            NAME,
            Parameter.Type.TEXT,
            "The label that says how bad an alert is: `critical`, `error`, `page` and the like are"
                + " CRITICAL, `info` and `none` do not count, anything else is a WARNING")
        .defaultsTo(DEFAULT);
  }

  static Severities of(Settings settings) {
    return new Severities(settings.text(NAME).orElse(DEFAULT));
  }

  /** OK for what tells of no trouble, such as the alert that always fires to show that it can. */
  Status of(Map<String, String> labels) {
    return switch (labels.getOrDefault(label, "").toLowerCase(Locale.ROOT)) {
      case "critical",
          "crit",
          "error",
          "page",
          "pager",
          "fatal",
          "emergency",
          "disaster",
          "high",
          "p1",
          "sev1" ->
          Status.CRITICAL;
      case "info", "informational", "information", "none", "debug", "ok" -> Status.OK;
      default -> Status.WARNING;
    };
  }
}
