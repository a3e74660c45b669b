package io.github.quartermaster.sentinel.internal.read.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guesses what was meant. */
final class Suggestion {
  private static final int LONGEST = 100;
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([@~:\\d.,-]*\\d)\\s*(\\p{L}+)");
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("msec", "ms"),
          Map.entry("millis", "ms"),
          Map.entry("sec", "s"),
          Map.entry("secs", "s"),
          Map.entry("second", "s"),
          Map.entry("seconds", "s"),
          Map.entry("min", "m"),
          Map.entry("mins", "m"),
          Map.entry("minute", "m"),
          Map.entry("minutes", "m"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("percent", "%"),
          Map.entry("pct", "%"),
          Map.entry("k", "KiB"),
          Map.entry("m", "MiB"),
          Map.entry("g", "GiB"),
          Map.entry("t", "TiB"));

  private static final List<String> SPELLINGS =
      List.of(
          "ms", "s", "m", "h", "d", "%", "B", "KiB", "MiB", "GiB", "TiB", "KB", "MB", "GB", "TB");

  private Suggestion() {}

  /** The word that the mistyped one is closest to, if it is close to any. */
  static Optional<String> nearest(String mistyped, Collection<String> words) {
    if (mistyped.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = folded(mistyped);
    int most = Math.max(1, wanted.length() / 3);
    return words.stream()
        .filter(word -> word.length() <= LONGEST)
        .filter(word -> distance(wanted, folded(word)) <= most)
        .min(
            Comparator.<String>comparingInt(word -> distance(wanted, folded(word)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code Did you mean x?}, or else what there is to choose from. */
  static String among(String mistyped, Collection<String> words, String others) {
    String all = words.stream().sorted().collect(Collectors.joining(", "));
    return nearest(mistyped, words)
        .map(word -> "Did you mean " + word + "?")
        .orElse(all.isEmpty() ? others : others + ": " + all);
  }

  /** A text near to one that could not be read, and that can. */
  static Optional<String> readable(String text, Predicate<String> canBeRead) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String digits = text.replaceAll("[oO](?=[\\d.%]|$)|(?<=\\d)[oO]", "0").replace(',', '.');
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    Stream<String> others = Stream.empty();
    if (matcher.matches()) {
      String unit = matcher.group(2).toLowerCase(Locale.ROOT);
      String number = matcher.group(1);
      others =
          Stream.concat(
                  SPELLINGS.stream()
                      .filter(is -> is.equalsIgnoreCase(unit) || (is + "s").equalsIgnoreCase(unit)),
                  Stream.ofNullable(UNITS.get(unit)))
              .map(right -> number + right);
    }
    Map<String, String> words = Map.of("yes", "true", "on", "true", "no", "false", "off", "false");
    Stream<String> flag = Stream.ofNullable(words.get(text.toLowerCase(Locale.ROOT)));
    return Stream.of(
            flag,
            Stream.of(text.toLowerCase(Locale.ROOT), digits, digits + "%"),
            others,
            Stream.of(text + "s"))
        .flatMap(stream -> stream)
        .filter(other -> !other.equals(text))
        .filter(canBeRead)
        .findFirst();
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * How many letters have to be put in, left out, replaced or swapped with their neighbour to make
   * one word of the other (optimal string alignment).
   */
  static int distance(String one, String other) {
    List<int[]> rows = List.of(row(other), row(other), row(other));
    for (int j = 0; j <= other.length(); j++) {
      rows.get(0)[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = rows.get(i % 3);
      int[] above = rows.get((i - 1) % 3);
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], rows.get((i - 2) % 3)[j - 2] + 1);
        }
      }
    }
    return rows.get(one.length() % 3)[other.length()];
  }

  private static int[] row(String word) {
    return new int[word.length() + 1];
  }
}
