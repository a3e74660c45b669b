package io.github.quartermaster.maven;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Time spans as users write them: {@code 4h}, {@code 90m}, {@code 1h30m}, {@code PT4H}. */
public final class TimeSpan {
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
  public static Duration of(String text, ParameterHint parameter) throws MojoExecutionException {
    return parsed(text)
        .filter(span -> !span.isZero())
        .orElseThrow(() -> unreadable(text, parameter));
  }

  /**
   * The time span, which may be nothing, and is at most a year.
   *
   * @throws MojoExecutionException if the text is none
   */
  public static Duration orZero(String text, ParameterHint parameter)
      throws MojoExecutionException {
    return parsed(text).orElseThrow(() -> unreadable(text, parameter));
  }

  private static Optional<Duration> parsed(String text) {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    try {
      Duration span = PARTS.matcher(stripped).matches() ? sum(stripped) : Duration.parse(stripped);
      return span.isNegative() || span.compareTo(LONGEST) > 0
          ? Optional.empty()
          : Optional.of(span);
    } catch (DateTimeParseException | ArithmeticException notOne) {
      return Optional.empty();
    }
  }

  private static MojoExecutionException unreadable(String text, ParameterHint parameter) {
    return new MojoExecutionException(
        "tried to read '"
            + text
            + "' as a time span; it is none of at most a year. Write a number and d, h, m or s,"
            + " such as 4h, 90m or 1h30m, or ISO-8601, such as PT4H "
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
