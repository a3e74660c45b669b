package io.github.quartermaster.sentinel.model;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One measured value with its thresholds; what Nagios calls performance data.
 *
 * @param label what was measured, unique within a reading; not blank
 * @param value the value; NaN where it could not be determined
 * @param unit the unit of value, thresholds and bounds, such as {@code %}, {@code s} or {@code B};
 *     empty for a number of things
 * @param warning the values that are no reason for a warning, or null
 * @param critical the values that are not critical, or null
 * @param min the smallest possible value, or null
 * @param max the largest possible value, or null
 */
public record Metric(
    String label,
    double value,
    String unit,
    @Nullable Range warning,
    @Nullable Range critical,
    @Nullable Double min,
    @Nullable Double max) {

  /**
   * Checks the label.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public Metric {
    if (label.isBlank()) {
      throw new IllegalArgumentException("a metric needs a label");
    }
  }

  /** A value without thresholds. */
  public static Metric of(String label, double value, String unit) {
    return new Metric(label, value, unit, null, null, null, null);
  }

  /** The same with thresholds; null where there is none. */
  public Metric thresholds(@Nullable Range newWarning, @Nullable Range newCritical) {
    return new Metric(label, value, unit, newWarning, newCritical, min, max);
  }

  /** The same with the bounds of what is possible. */
  public Metric bounds(double newMin, double newMax) {
    return new Metric(label, value, unit, warning, critical, newMin, newMax);
  }

  /** As people read it, safe to print: {@code used 97 % (70/95)}, the limits last. */
  public String text() {
    return SafeText.of(label) + " " + new Quantity(value, unit) + limits();
  }

  private String limits() {
    if (warning == null && critical == null) {
      return "";
    }
    String warningText = warning == null ? "-" : warning.toString();
    String criticalText = critical == null ? "-" : critical.toString();
    return " (" + warningText.replace("~:", "") + "/" + criticalText.replace("~:", "") + ")";
  }

  /** The value, where it could be determined. */
  public OptionalDouble known() {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
