package io.github.quartermaster.sentinel.internal.perfdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads performance data, strict or sloppy: {@code label=value[unit];warning;critical;min;max},
 * parted by blanks. Labels may be quoted, with {@code ''} for a quote. What plugins really print is
 * taken too: labels with blanks and no quotes, blanks around the equals sign, decimal commas,
 * exponents, any unit. A piece that makes no sense is kept as it is, and the next one is read.
 * Takes time in proportion to the length, whatever the text.
 */
final class PerformanceDataParser {
  // possessive, so that no text makes it try again and again
  private static final Pattern VALUE =
      Pattern.compile(
          "([-+]?(?:\\d++(?:[.,]\\d*+)?+|[.,]\\d++)(?:[eE][-+]?\\d++)?+)([^-+.,\\d].*+)?+");
  private static final int LONGEST_UNIT = 32;
  private static final char QUOTE = '\'';

  private final String text;
  private final List<PerformanceValue> values = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private int at;
  // the next equals sign, as far as it has been looked for
  private int equals = -1;

  private PerformanceDataParser(String text) {
    this.text = text;
  }

  static PerformanceData parse(String text) {
    PerformanceDataParser parser = new PerformanceDataParser(text);
    parser.skipBlanks();
    while (parser.at < text.length()) {
      parser.item();
      parser.skipBlanks();
    }
    return new PerformanceData(parser.values, parser.unreadable);
  }

  private void item() {
    int start = at;
    String label = text.charAt(at) == QUOTE ? quotedLabel() : plainLabel();
    if (label == null) {
      return;
    }
    int valueAt = at;
    String piece = word();
    Optional<PerformanceValue> value = value(label, piece);
    if (value.isPresent()) {
      values.add(value.get());
    } else if (piece.indexOf('=') >= 0) {
      // the value is missing, and this is the next item
      unreadable.add(text.substring(start, valueAt).strip());
      at = valueAt;
    } else {
      unreadable.add(text.substring(start, at).strip());
    }
  }

  /** The label up to and with its equals sign; null where there is none, which is noted. */
  private @Nullable String quotedLabel() {
    int start = at;
    StringBuilder label = new StringBuilder();
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) != QUOTE) {
        label.append(text.charAt(i));
      } else if (i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
        label.append(QUOTE);
        i++;
      } else {
        at = i + 1;
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '=' && !label.toString().isBlank()) {
          at++;
          skipBlanks();
          return label.toString().strip();
        }
        at = i + 1;
        word();
        unreadable.add(text.substring(start, at));
        return null;
      }
    }
    unreadable.add(text.substring(start));
    at = text.length();
    return null;
  }

  private @Nullable String plainLabel() {
    if (equals < at) {
      equals = text.indexOf('=', at);
    }
    if (equals < 0) {
      unreadable.add(text.substring(at).strip());
      at = text.length();
      return null;
    }
    for (int i = at; i < equals; i++) {
      // thresholds of a broken item, or a quoted label behind something broken
      boolean startsQuoted = i > at && text.charAt(i) == QUOTE && isBlank(i - 1);
      if (text.charAt(i) == ';' || startsQuoted) {
        int start = at;
        at = i;
        if (!startsQuoted) {
          word();
        }
        unreadable.add(text.substring(start, at).strip());
        return null;
      }
    }
    String label = text.substring(at, equals).strip();
    int start = at;
    at = equals + 1;
    if (label.isEmpty()) {
      word();
      unreadable.add(text.substring(start, at));
      return null;
    }
    skipBlanks();
    return label;
  }

  private static Optional<PerformanceValue> value(String label, String piece) {
    String[] fields = piece.split(";", -1);
    double value = Double.NaN;
    String unit = "";
    if (!fields[0].equals("U")) {
      Matcher matcher = VALUE.matcher(fields[0]);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      value = number(matcher.group(1));
      unit = matcher.group(2) == null ? "" : matcher.group(2);
      if (Double.isInfinite(value) || unit.length() > LONGEST_UNIT) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new PerformanceValue(
            label,
            value,
            unit,
            range(field(fields, 1)),
            range(field(fields, 2)),
            bound(field(fields, 3)),
            bound(field(fields, 4))));
  }

  private static String field(String[] fields, int index) {
    return index < fields.length ? fields[index] : "";
  }

  private static String range(String field) {
    return field.replace(',', '.');
  }

  private static @Nullable Double bound(String field) {
    Matcher matcher = VALUE.matcher(field);
    if (!matcher.matches()) {
      return null;
    }
    double bound = number(matcher.group(1));
    return Double.isInfinite(bound) ? null : bound;
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** What follows up to the next blank. */
  private String word() {
    int start = at;
    while (at < text.length() && !isBlank(at)) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(at)) {
      at++;
    }
  }

  private boolean isBlank(int index) {
    return Character.isWhitespace(text.charAt(index));
  }
}
