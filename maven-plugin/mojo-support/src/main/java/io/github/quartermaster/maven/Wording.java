package io.github.quartermaster.maven;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers and names as a person reads them. */
public final class Wording {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  private Wording() {}

  /** A size in units of a thousand: {@code 812 bytes}, {@code 240.3 MB}. */
  public static String bytes(long size) {
    if (size < 1000) {
      return count(size, "byte");
    }
    double value = size;
    int unit = -1;
    // what would be printed as 1000.0 belongs to the next unit
    while (value >= 999.95 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
  }

  /** A time span: {@code 0.9 s}, {@code 42 s}, {@code 3 min 5 s}. */
  public static String seconds(Duration span) {
    if (span.toMillis() < 9950) {
      return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
    long seconds = Math.round(span.toMillis() / 1000.0);
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** A number of things: {@code 1 AMP}, {@code 3 AMPs}. */
  public static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Names in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String row(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** A path relative to the folder where that is below it, else in full. */
  public static String path(Path base, Path path) {
    Path full = base.resolve(path).normalize();
    return full.startsWith(base) && !full.equals(base)
        ? base.relativize(full).toString()
        : full.toString();
  }

  /**
   * The text without anything that would make a terminal do more than print it: names from inside
   * archives are not ours.
   */
  public static String printable(String text) {
    return text.codePoints().anyMatch(Wording::isUnprintable)
        ? text.codePoints()
            .map(point -> isUnprintable(point) ? '?' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }

  private static boolean isUnprintable(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
