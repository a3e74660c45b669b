package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import java.util.Locale;

/** The forms of a report that a user can ask for by name. */
public enum ReportFormat {
  /** For a person at a terminal or in a log. */
  TEXT,
  /** For programs. */
  JSON,
  /** Test results, for build servers. */
  JUNIT,
  /** What a plugin of Nagios prints. */
  NAGIOS,
  /** For Prometheus. */
  OPENMETRICS,
  /** A page. */
  HTML;

  /** The report in this form; a text in the usual width and without colours. */
  public String of(CheckResult result) {
    return switch (this) {
      case TEXT -> TextReport.plain(result);
      case JSON -> JsonReport.of(result);
      case JUNIT -> JunitReport.of(result);
      case NAGIOS -> NagiosReport.of(result).text();
      case OPENMETRICS -> OpenMetricsReport.of(result);
      case HTML -> HtmlReport.of(result);
    };
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
