package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.maven.ParameterHint;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Time spans as users write them: {@code 4h}, {@code 90m}, {@code 1h30m}, {@code PT4H}. */
final class TimeSpan {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(d|h|min|m|s)\\s*");
  private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + "){1,4}");
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Map<String, Duration> UNITS =
      Map.of(
          "d", Duration.ofDays(1),
          "h", Duration.ofHours(1),
          "min", Duration.ofMinutes(1),
          "m", Duration.ofMinutes(1),
          "s", Duration.ofSeconds(1));

  private TimeSpan() {}

  /**
   * The time span, which is more than nothing and at most a year.
   *
   * @throws MojoExecutionException if the text is none
   */
  static Duration of(String text, ParameterHint parameter) throws MojoExecutionException {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    try {
      Duration span = PARTS.matcher(stripped).matches() ? sum(stripped) : Duration.parse(stripped);
      if (!span.isNegative() && !span.isZero() && span.compareTo(LONGEST) <= 0) {
        return span;
      }
    } catch (DateTimeParseException | ArithmeticException notOne) {
      // told below
    }
    throw new MojoExecutionException(
        "tried to read '"
            + text
            + "' as a time span; it is none of at most a year. Write a number and d, h, m or s, such as 4h, 90m or"
            + " 1h30m, or ISO-8601, such as PT4H "
            + parameter);
  }

  private static Duration sum(String text) {
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
    }
    return sum;
  }
}
