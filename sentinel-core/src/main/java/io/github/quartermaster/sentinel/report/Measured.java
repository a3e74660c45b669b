package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Metric;
import java.util.stream.Stream;

/** What was measured of a component, in words: {@code used 97 % (70/95)}. */
final class Measured {
  private Measured() {}

  static Stream<String> of(ComponentHealth component) {
    return component.samples().stream()
        .flatMap(sample -> sample.reading().metrics().stream())
        .map(Measured::of);
  }

  private static String of(Metric metric) {
    return Printable.line(metric.label())
        + " "
        + Figures.value(metric.value(), metric.unit())
        + thresholds(metric);
  }

  private static String thresholds(Metric metric) {
    if (metric.warning() == null && metric.critical() == null) {
      return "";
    }
    String warning = metric.warning() == null ? "-" : metric.warning().toString();
    String critical = metric.critical() == null ? "-" : metric.critical().toString();
    return " (" + warning.replace("~:", "") + "/" + critical.replace("~:", "") + ")";
  }
}
