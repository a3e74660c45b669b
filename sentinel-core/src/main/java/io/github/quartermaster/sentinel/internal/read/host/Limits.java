package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of one value.
 *
 * @param warning what is no reason for a warning, or null
 * @param critical what is not critical, or null
 */
record Limits(@Nullable Range warning, @Nullable Range critical) {
  /** No thresholds: the value is only told. */
  static final Limits NONE = new Limits(null, null);

  /** Those that are set under two names. */
  static Limits of(Settings settings, String warning, String critical) {
    return new Limits(settings.range(warning).orElse(null), settings.range(critical).orElse(null));
  }

  /** Whether there is any. */
  boolean any() {
    return warning != null || critical != null;
  }

  /** Whether one of them is broken. */
  boolean alertOn(double value) {
    return (warning != null && warning.alertsOn(value))
        || (critical != null && critical.alertsOn(value));
  }

  /** The metric, judged by them. */
  Metric on(Metric metric) {
    return metric.thresholds(warning, critical);
  }

  /** {@code " (70/95)"} for the end of a phrase; empty where there are none. */
  String text() {
    return text(Amount::number);
  }

  /** The same with another way of writing the numbers. */
  String text(DoubleFunction<String> number) {
    return any() ? " (" + text(warning, number) + "/" + text(critical, number) + ")" : "";
  }

  private static String text(@Nullable Range range, DoubleFunction<String> number) {
    if (range == null) {
      return "-";
    }
    boolean oneSided = Double.isInfinite(range.start()) != Double.isInfinite(range.end());
    if (range.inverted() || !oneSided) {
      return range.toString();
    }
    return number.apply(Double.isInfinite(range.start()) ? range.end() : range.start());
  }
}
