package io.github.quartermaster.ebs.testkit.internal.json;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** An object of JSON, being written on one line; for use by one thread. */
public final class Json {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  /** Adds a text. */
  public Json text(String name, String value) {
    return member(name, quoted(value));
  }

  /** Adds a number. */
  public Json number(String name, long value) {
    return member(name, Long.toString(value));
  }

  /** Adds a truth value. */
  public Json flag(String name, boolean value) {
    return member(name, Boolean.toString(value));
  }

  /** Adds an object of texts. */
  public Json texts(String name, Map<String, String> values) {
    Json inner = new Json();
    values.forEach(inner::text);
    return object(name, inner);
  }

  /** Adds an array of texts. */
  public Json texts(String name, List<String> values) {
    return member(
        name, values.stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]")));
  }

  /** Adds an object. */
  public Json object(String name, Json value) {
    return member(name, value.object());
  }

  /** Adds an array of objects. */
  public Json objects(String name, List<Json> values) {
    return member(
        name, values.stream().map(Json::object).collect(Collectors.joining(",", "[", "]")));
  }

  /** Adds what is JSON already. */
  public Json raw(String name, String json) {
    return member(name, json);
  }

  /** What was written. */
  public String object() {
    return members.toString();
  }

  private Json member(String name, String value) {
    members.add(quoted(name) + ":" + value);
    return this;
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < 0x20) {
        out.append(String.format("\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    return out.append('"').toString();
  }
}
