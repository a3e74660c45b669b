package io.github.quartermaster.amp.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A properties file as it is written, rather than as it is understood.
 *
 * @param file its name inside the AMP
 * @param lines its entries in their order, also those that a later one of the same key overrides
 * @param malformedLine the line at which Java gives up on the file, from 1; 0 where it does not
 */
public record PropertiesText(String file, List<Line> lines, int malformedLine) {

  /** Copies the list. */
  public PropertiesText {
    lines = List.copyOf(lines);
  }

  /** The entries that count, by key: of several the last. */
  public Map<String, Line> effective() {
    Map<String, Line> effective = new LinkedHashMap<>();
    lines.forEach(line -> effective.put(line.key(), line));
    return effective;
  }

  /**
   * One entry.
   *
   * @param key as Java reads it
   * @param value as Java reads it: blanks before it are gone, those behind it are not
   * @param number the line that it begins on, from 1
   * @param raw all its lines as they are written, one character for each byte
   */
  public record Line(String key, String value, int number, List<String> raw) {
    /** Copies the list. */
    public Line {
      raw = List.copyOf(raw);
    }
  }
}
