package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.report.HtmlReport;
import io.github.quartermaster.sentinel.report.JsonReport;
import io.github.quartermaster.sentinel.report.JunitReport;
import io.github.quartermaster.sentinel.report.NagiosReport;
import io.github.quartermaster.sentinel.report.OpenMetricsReport;
import io.github.quartermaster.sentinel.report.TextReport;
import java.util.Locale;

/** How a result is printed. */
enum Format {
  TEXT,
  JSON,
  JUNIT,
  NAGIOS,
  OPENMETRICS,
  HTML;

  String of(CheckResult result) {
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
