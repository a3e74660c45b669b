package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.Range;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits: a number, with a unit where it has one, beyond which values are bad; or a range of Nagios
 * (Monitoring Plugins Development Guidelines, "Threshold and Ranges"), whose ends may have units.
 */
final class Limits {
  private static final Pattern RANGE = Pattern.compile("(@)?(?:(~|[^:~@]+)?(:))?([^:~@]+)?");

  private Limits() {}

  /**
   * Reads a limit.
   *
   * @param unit what the range is in
   * @param upper whether the values above a lone number are the bad ones
   * @return nothing if the text is no limit in that unit
   */
  static Optional<Range> parse(String text, String unit, boolean upper) {
    String limit = text.strip();
    if (limit.indexOf(':') < 0 && !limit.startsWith("@")) {
      return Units.in(unit, limit, false)
          .map(number -> upper ? Range.atMost(number) : Range.atLeast(number));
    }
    Matcher matcher = RANGE.matcher(limit);
    if (!matcher.matches() || (matcher.group(3) == null && matcher.group(4) == null)) {
      return Optional.empty();
    }
    Optional<Double> start = start(matcher.group(2), unit);
    Optional<Double> end =
        matcher.group(4) == null
            ? Optional.of(Double.POSITIVE_INFINITY)
            : Units.in(unit, matcher.group(4), true);
    if (start.isEmpty() || end.isEmpty() || start.get() > end.get()) {
      return Optional.empty();
    }
    return Optional.of(new Range(start.get(), end.get(), matcher.group(1) != null));
  }

  private static Optional<Double> start(String text, String unit) {
    if (text == null) {
      return Optional.of(0.0);
    }
    return text.equals("~") ? Optional.of(Double.NEGATIVE_INFINITY) : Units.in(unit, text, true);
  }

  /**
   * Whether values can be critical before they are worth a warning. Ranges of which one names the
   * good and the other one the bad values are not compared.
   */
  static boolean isWorse(Range warning, Range critical) {
    if (warning.inverted() != critical.inverted()) {
      return false;
    }
    Range inner = warning.inverted() ? critical : warning;
    Range outer = warning.inverted() ? warning : critical;
    return beyond(outer.start(), inner.start()) || beyond(inner.end(), outer.end());
  }

  private static boolean beyond(double one, double other) {
    return Double.isFinite(one) && Double.isFinite(other) && one > other;
  }
}
