package io.github.quartermaster.amp.internal.format;

import io.github.quartermaster.amp.model.PropertiesText;
import io.github.quartermaster.amp.model.PropertiesText.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a properties file as {@link java.util.Properties} does, and keeps what that class forgets:
 * where each entry stands, how it is written, and those that are overridden.
 *
 * <p>Not for use by several threads.
 */
public final class PropertiesLines {
  private final String text;
  private int at;
  private int number = 1;

  private PropertiesLines(String text) {
    this.text = text;
  }

  /**
   * Reads the file. What is malformed ends it, as it does for Java.
   *
   * @param file its name inside the AMP
   */
  public static PropertiesText parse(String file, byte[] content) {
    PropertiesLines reader = new PropertiesLines(new String(content, StandardCharsets.ISO_8859_1));
    List<Line> lines = new ArrayList<>();
    int malformed = 0;
    for (Logical logical = reader.next(); logical != null; logical = reader.next()) {
      try {
        lines.add(entry(logical));
      } catch (IllegalArgumentException e) {
        malformed = logical.number;
        break;
      }
    }
    return new PropertiesText(file, lines, malformed);
  }

  private record Logical(String text, int number, List<String> raw) {}

  /** The next line with its continuations, without comments and blank ones. */
  private @Nullable Logical next() {
    StringBuilder line = new StringBuilder();
    List<String> raw = new ArrayList<>();
    int first = number;
    boolean continued = false;
    while (at < text.length()) {
      int start = at;
      int here = number;
      skipBlanks();
      if (atEnd() && !continued) {
        endLine();
        continue;
      }
      if (line.isEmpty() && at < text.length() && isComment(text.charAt(at))) {
        skipLine();
        continued = false;
        continue;
      }
      first = line.isEmpty() ? here : first;
      int end = lineEnd();
      String part = text.substring(at, end);
      raw.add(text.substring(start, end));
      at = end;
      endLine();
      // Java sees the end of the file before it looks at a backslash, but not behind a \r\n
      boolean last = at == text.length() && at <= end + 1;
      boolean goesOn = endsInSingleBackslash(part);
      line.append(part, 0, goesOn ? part.length() - 1 : part.length());
      if (!goesOn || last) {
        if (!line.isEmpty() || (goesOn && last)) {
          return new Logical(line.toString(), first, List.copyOf(raw));
        }
        raw.clear();
      }
      continued = goesOn;
    }
    return line.isEmpty() ? null : new Logical(line.toString(), first, List.copyOf(raw));
  }

  private boolean atEnd() {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private void skipLine() {
    at = lineEnd();
    endLine();
  }

  private int lineEnd() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void endLine() {
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      number++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private static boolean isComment(char c) {
    return c == '#' || c == '!';
  }

  private static boolean endsInSingleBackslash(String part) {
    int backslashes = 0;
    while (backslashes < part.length() && part.charAt(part.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static Line entry(Logical logical) {
    String line = logical.text;
    int keyEnd = 0;
    for (boolean escaped = false; keyEnd < line.length(); keyEnd++) {
      char c = line.charAt(keyEnd);
      if (!escaped && (isBlank(c) || c == '=' || c == ':')) {
        break;
      }
      escaped = c == '\\' && !escaped;
    }
    int value = keyEnd;
    for (boolean separated = false; value < line.length(); value++) {
      char c = line.charAt(value);
      if (isBlank(c)) {
        continue;
      }
      if (separated || (c != '=' && c != ':')) {
        break;
      }
      separated = true;
    }
    return new Line(
        unescape(line.substring(0, keyEnd)),
        unescape(line.substring(value)),
        logical.number,
        logical.raw);
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || ++i == text.length()) {
        if (c != '\\') {
          plain.append(c);
        }
        continue;
      }
      char escaped = text.charAt(i);
      switch (escaped) {
        case 'u' -> {
          plain.append(hexadecimal(text, i + 1));
          i += 4;
        }
        case 't' -> plain.append('\t');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 'f' -> plain.append('\f');
        default -> plain.append(escaped);
      }
    }
    return plain.toString();
  }

  private static char hexadecimal(String text, int start) {
    if (start + 4 > text.length()) {
      throw new IllegalArgumentException("an escape is cut off");
    }
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException("an escape is no hexadecimal number");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}
