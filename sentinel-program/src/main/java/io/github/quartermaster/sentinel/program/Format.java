package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.report.JsonReport;
import io.github.quartermaster.sentinel.report.JunitReport;
import io.github.quartermaster.sentinel.report.NagiosReport;
import io.github.quartermaster.sentinel.report.OpenMetricsReport;
import io.github.quartermaster.sentinel.report.TextReport;
import java.util.Locale;
import java.util.function.Function;

/** How a result is printed. */
enum Format {
  TEXT(TextReport::plain),
  JSON(JsonReport::of),
  JUNIT(JunitReport::of),
  NAGIOS(result -> NagiosReport.of(result).text()),
  OPENMETRICS(OpenMetricsReport::of);

  private final Function<CheckResult, String> report;

  Format(Function<CheckResult, String> report) {
    this.report = report;
  }

  String of(CheckResult result) {
    return report.apply(result);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
