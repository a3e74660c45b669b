package io.github.quartermaster.sentinel.internal.run.output;

import java.nio.charset.StandardCharsets;

/** The output of a plugin as passive results carry it: one line, in which breaks are escaped. */
final class PluginText {
  private PluginText() {}

  /**
   * Escaped, and cut where it is too long, but never within a character or an escape. What stands
   * at the end is the least important reason.
   */
  static String escaped(String text, int mostBytes) {
    StringBuilder escaped = new StringBuilder();
    int bytes = 0;
    String whole = text.strip();
    for (int at = 0; at < whole.length(); at = whole.offsetByCodePoints(at, 1)) {
      String next = escaped(whole.codePointAt(at));
      bytes += next.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > mostBytes) {
        break;
      }
      escaped.append(next);
    }
    return escaped.toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      // Nagios unescapes nothing else
      case '\r', '\0' -> " ";
      default -> Character.toString(character);
    };
  }
}
