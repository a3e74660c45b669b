package io.github.quartermaster.amp.internal.format;

import java.util.Locale;

/**
 * One line of a properties file in ISO-8859-1, escaped as {@link java.util.Properties} does it.
 * That class writes only whole files that begin with the present time, and loads the names of all
 * time zones for it.
 */
final class PropertiesLine {
  private PropertiesLine() {}

  static String of(String key, String value) {
    StringBuilder line = new StringBuilder();
    escape(key, true, line);
    line.append('=');
    escape(value, false, line);
    return line.toString();
  }

  private static void escape(String text, boolean key, StringBuilder line) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\f' -> line.append("\\f");
        case '=', ':', '#', '!', '\\' -> line.append('\\').append(c);
        case ' ' -> line.append(key || i == 0 ? "\\ " : " ");
        default -> {
          if (c < ' ' || c > '~') {
            String hexadecimal = Integer.toHexString(c | 0x10000).substring(1);
            line.append("\\u").append(hexadecimal.toUpperCase(Locale.ROOT));
          } else {
            line.append(c);
          }
        }
      }
    }
  }
}
