package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Score;
import org.jspecify.annotations.Nullable;

/**
 * From a value and its thresholds to a score: 316 at the warning, ten times that at the critical
 * threshold, and another decade for each further gap as wide as the one between them, at most
 * 10000. Below the warning it rises from a foot one gap away, slowly, so that a disk at 67 % with
 * 70/95 already shows (245). Continuous and monotone on each side, and without units.
 *
 * <p>A range has two sides, each with its own curve; the worse one counts. Ranges that alert on
 * what lies inside have no slope: they give 0, 316 or 3162.
 */
final class Curve {
  private static final double WARNING_DECADE = 2.5;

  private Curve() {}

  /** The score of a metric; 0 where it has no thresholds. The value must be a number. */
  static Score score(Metric metric) {
    Range warning = metric.warning();
    Range critical = metric.critical();
    double value = metric.value();
    if (isInverted(warning) || isInverted(critical)) {
      return step(value, warning, critical);
    }
    double upper = side(value, upperLimit(warning), upperLimit(critical), gapWithout(warning));
    // the lower side is the upper one in a mirror, but a foot there is at most as far as zero is
    double lower = mirrored(value, lowerLimit(warning), lowerLimit(critical), gapWithout(warning));
    return Score.nearest(Math.max(upper, lower));
  }

  private static boolean isInverted(@Nullable Range range) {
    return range != null && range.inverted();
  }

  private static Score step(double value, @Nullable Range warning, @Nullable Range critical) {
    if (critical != null && critical.alertsOn(value)) {
      return Score.CRITICAL;
    }
    return warning != null && warning.alertsOn(value) ? Score.WARNING : Score.HEALTHY;
  }

  private static double upperLimit(@Nullable Range range) {
    return range == null ? Double.POSITIVE_INFINITY : range.end();
  }

  private static double lowerLimit(@Nullable Range range) {
    return range == null ? Double.NEGATIVE_INFINITY : range.start();
  }

  /** The width of a decade where there is a warning and nothing critical. */
  private static double gapWithout(@Nullable Range warning) {
    if (warning == null) {
      return 0;
    }
    double width = warning.end() - warning.start();
    boolean twoSided = !Double.isInfinite(width) && warning.start() != 0;
    double end = Double.isInfinite(warning.end()) ? warning.start() : warning.end();
    return twoSided ? width : Math.abs(end) / 2;
  }

  private static double mirrored(double value, double warning, double critical, double gap) {
    double foot = Double.isInfinite(warning) ? 0 : Math.abs(warning);
    return curve(-value, -warning, -critical, gap, foot);
  }

  private static double side(double value, double warning, double critical, double gap) {
    double foot = Double.isInfinite(warning) ? 0 : Math.abs(warning) / 2;
    return curve(value, warning, critical, gap, foot);
  }

  /**
   * One side, on which higher is worse.
   *
   * @param gapWithout the width of a decade where nothing is critical
   * @param longestFoot how far below the warning a score may begin to show
   */
  private static double curve(
      double value, double warning, double critical, double gapWithout, double longestFoot) {
    boolean warns = !Double.isInfinite(warning);
    boolean isCritical = !Double.isInfinite(critical);
    if (isCritical && (!warns || critical <= warning)) {
      if (value > critical) {
        return Score.CRITICAL.value();
      }
      return warns && value > warning ? Score.WARNING.value() : 0;
    }
    if (!warns) {
      return 0;
    }
    double gap = isCritical ? critical - warning : gapWithout;
    if (gap == 0) {
      return value > warning ? Score.WARNING.value() : 0;
    }
    double foot = Math.min(gap, longestFoot);
    // where nothing rises towards the limit, the limit itself is fine: 0 is within 0:10
    if (foot > 0 ? value >= warning : value > warning) {
      return Math.pow(10, WARNING_DECADE + Math.min(2, (value - warning) / gap));
    }
    double above = value - (warning - foot);
    return above <= 0 ? 0 : Score.WARNING.value() * (above / foot) * (above / foot);
  }
}
