package io.github.quartermaster.sentinel.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Figures {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** A part of a whole: {@code 56 %}. */
  static String percent(double part) {
    return Math.round(part * 100) + " %";
  }

  /** A point in time, to the second. */
  static String time(Instant instant) {
    return SECOND.format(instant);
  }

  /** A time span: {@code 12 ms}, {@code 0.84 s}, {@code 42 s}, {@code 3 min 5 s}. */
  static String span(Duration span) {
    long millis = span.toMillis();
    if (millis < 100) {
      return millis + " ms";
    }
    if (millis < 9995) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }
    long seconds = Math.round(millis / 1000.0);
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** Seconds with three decimals, for programs. */
  static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.3f", span.toMillis() / 1000.0);
  }

  /** A number of things: {@code 1 component}, {@code 3 components}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Names in a row: {@code a}, {@code a and b}, {@code a, b and 12 more}. */
  static String row(List<String> names, int most) {
    if (names.size() > most) {
      return String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
