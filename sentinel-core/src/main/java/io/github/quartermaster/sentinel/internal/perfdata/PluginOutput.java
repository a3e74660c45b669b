package io.github.quartermaster.sentinel.internal.perfdata;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plugin printed, taken apart as Nagios Core does. Plugins up to 2.x put their performance
 * data on the first line, those from 3.0 on at the end of the last; some do both, and then the two
 * are one.
 *
 * @param text the first line for people
 * @param longText further lines for people
 * @param performance what was measured
 */
public record PluginOutput(String text, List<String> longText, PerformanceData performance) {
  private static final char BAR = '|';

  /** Copies the list. */
  public PluginOutput {
    longText = List.copyOf(longText);
  }

  /** Takes an output apart; any text is one. */
  public static PluginOutput parse(String output) {
    String text = "";
    List<String> longText = new ArrayList<>();
    StringBuilder performance = new StringBuilder();
    boolean onlyPerformance = false;
    boolean first = true;
    for (String line : output.strip().lines().toList()) {
      int bar = line.indexOf(BAR);
      if (onlyPerformance) {
        append(performance, line);
      } else if (first) {
        text = (bar < 0 ? line : line.substring(0, bar)).strip();
        append(performance, bar < 0 ? "" : line.substring(bar + 1));
      } else {
        longText.add((bar < 0 ? line : line.substring(0, bar)).stripTrailing());
        if (bar >= 0) {
          append(performance, line.substring(bar + 1));
          onlyPerformance = true;
        }
      }
      first = false;
    }
    longText.removeIf(String::isBlank);
    return new PluginOutput(text, longText, PerformanceDataParser.parse(performance.toString()));
  }

  private static void append(StringBuilder performance, String piece) {
    performance.append(performance.length() == 0 ? "" : " ").append(piece.strip());
  }
}
