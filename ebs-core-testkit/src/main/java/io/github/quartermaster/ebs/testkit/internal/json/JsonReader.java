package io.github.quartermaster.ebs.testkit.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an object of JSON flat: each value by its path, with dots between names, and elements of
 * arrays numbered from 1, as {@code KeyMetadata.EncryptionAlgorithms.1}. Numbers, truth values and
 * null are told as they are written. For use by one thread.
 */
public final class JsonReader {
  private static final int DEEPEST = 20;

  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Map<String, String> flat(String text) {
    JsonReader reader = new JsonReader(text);
    reader.blanks();
    if (!reader.isNext('{')) {
      throw reader.wrong("an object");
    }
    reader.value("", 0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.wrong("the end");
    }
    return reader.values;
  }

  /**
   * The value of a member of an object, as it is written; empty where it has none of that name.
   *
   * @throws IllegalArgumentException if the text is no object
   */
  public static Optional<String> member(String text, String name) {
    flat(text);
    JsonReader reader = new JsonReader(text);
    reader.blanks();
    reader.at++;
    reader.blanks();
    while (!reader.isNext('}')) {
      reader.blanks();
      String found = reader.string();
      reader.blanks();
      reader.take(':');
      reader.blanks();
      int from = reader.at;
      reader.value("", 0);
      if (found.equals(name)) {
        return Optional.of(text.substring(from, reader.at));
      }
      reader.separator('}');
    }
    return Optional.empty();
  }

  private void value(String path, int depth) {
    if (depth > DEEPEST) {
      throw wrong("less depth");
    }
    blanks();
    if (isNext('{')) {
      object(path, depth);
    } else if (isNext('[')) {
      array(path, depth);
    } else if (isNext('"')) {
      values.put(path, string());
    } else {
      values.put(path, literal());
    }
  }

  private void object(String path, int depth) {
    at++;
    blanks();
    while (!isNext('}')) {
      blanks();
      String name = string();
      blanks();
      take(':');
      value(path.isEmpty() ? name : path + "." + name, depth + 1);
      separator('}');
    }
    at++;
  }

  private void array(String path, int depth) {
    at++;
    blanks();
    for (int number = 1; !isNext(']'); number++) {
      value(path + "." + number, depth + 1);
      separator(']');
    }
    at++;
  }

  /** A comma with something after it, or the end that is looked at next. */
  private void separator(char end) {
    blanks();
    if (isNext(end)) {
      return;
    }
    take(',');
    blanks();
    if (isNext(end)) {
      throw wrong("a value");
    }
  }

  private String string() {
    take('"');
    StringBuilder out = new StringBuilder();
    while (!isNext('"')) {
      char character = next();
      out.append(character == '\\' ? escaped() : character);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char character = next();
    return switch (character) {
      case '"', '\\', '/' -> character;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape");
    };
  }

  private char unicode() {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
      throw wrong("four digits");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private String literal() {
    int from = at;
    while (at < text.length() && isOfLiteral(text.charAt(at))) {
      at++;
    }
    String found = text.substring(from, at);
    if (!found.matches("true|false|null|-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      throw wrong("a value");
    }
    return found;
  }

  private static boolean isOfLiteral(char character) {
    return Character.isLetterOrDigit(character) || "+-.".indexOf(character) >= 0;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean isNext(char character) {
    return at < text.length() && text.charAt(at) == character;
  }

  private void take(char character) {
    if (!isNext(character)) {
      throw wrong("'" + character + "'");
    }
    at++;
  }

  private char next() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException("no JSON: " + expected + " is expected at " + at);
  }
}
