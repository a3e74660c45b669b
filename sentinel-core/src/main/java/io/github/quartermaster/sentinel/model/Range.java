package io.github.quartermaster.sentinel.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that are fine, or with {@code inverted} those that are not, as Nagios' plugins write their
 * thresholds: {@code 10}, {@code 10:}, {@code ~:10}, {@code 10:20}, {@code @10:20} (Monitoring
 * Plugins Development Guidelines, "Threshold and Ranges"). Both ends belong to the range.
 *
 * @param start where it begins; negative infinity where it has no beginning
 * @param end where it ends, not below the start; positive infinity where it has no end
 * @param inverted whether the values inside are the bad ones
 */
public record Range(double start, double end, boolean inverted) {
  private static final String NUMBER = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
  private static final Pattern SYNTAX =
      Pattern.compile("(@)?(?:(~|" + NUMBER + ")?(:))?(" + NUMBER + ")?");

  /**
   * Checks the order of the ends.
   *
   * @throws IllegalArgumentException if the start is above the end or one of them is no number
   */
  public Range {
    if (!(start <= end)) {
      throw new IllegalArgumentException(
          "a range begins at or before its end, not at " + start + " with the end " + end);
    }
  }

  /** Everything up to a value is fine, also what is negative. */
  public static Range atMost(double end) {
    return new Range(Double.NEGATIVE_INFINITY, end, false);
  }

  /** Everything from a value on is fine. */
  public static Range atLeast(double start) {
    return new Range(start, Double.POSITIVE_INFINITY, false);
  }

  /**
   * Reads Nagios' notation, where a lone {@code 10} means 0 to 10. Blanks around it are ignored.
   *
   * @return nothing if the text is no range, also if it is empty
   */
  public static Optional<Range> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches() || (matcher.group(3) == null && matcher.group(4) == null)) {
      return Optional.empty();
    }
    double start = start(matcher.group(2));
    double end =
        matcher.group(4) == null ? Double.POSITIVE_INFINITY : Double.parseDouble(matcher.group(4));
    return start <= end
        ? Optional.of(new Range(start, end, matcher.group(1) != null))
        : Optional.empty();
  }

  private static double start(String text) {
    if (text == null) {
      return 0;
    }
    return text.equals("~") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
  }

  /** Whether a value is to be alerted on. */
  public boolean alertsOn(double value) {
    boolean inside = value >= start && value <= end;
    return inside == inverted;
  }

  /** The range in Nagios' notation. */
  @Override
  public String toString() {
    String at = inverted ? "@" : "";
    String from = Double.isInfinite(start) ? "~:" : start == 0 ? "" : number(start) + ":";
    String to = Double.isInfinite(end) ? "" : number(end);
    return at + (from.isEmpty() && to.isEmpty() ? "0:" : from + to);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
