package io.github.quartermaster.ebs.testkit.internal.serve;

import java.util.Map;
import java.util.StringJoiner;

/** An object of JSON, being written on one line; for use by one thread. */
final class Json {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  Json text(String name, String value) {
    members.add(quoted(name) + ":" + quoted(value));
    return this;
  }

  Json number(String name, long value) {
    members.add(quoted(name) + ":" + value);
    return this;
  }

  Json texts(String name, Map<String, String> values) {
    Json inner = new Json();
    values.forEach(inner::text);
    members.add(quoted(name) + ":" + inner.object());
    return this;
  }

  String object() {
    return members.toString();
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
