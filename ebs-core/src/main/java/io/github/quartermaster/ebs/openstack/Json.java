package io.github.quartermaster.ebs.openstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON: a map, a list, a text, a number or a flag; null where there is none.
 *
 * @param value as the JDK has it
 */
record Json(@Nullable Object value) {
  private static final Json NOTHING = new Json(null);

  /** The member of that name; nothing where there is none. */
  Json at(String name) {
    return value instanceof Map<?, ?> members ? new Json(members.get(name)) : NOTHING;
  }

  boolean isThere() {
    return value != null;
  }

  boolean isObject() {
    return value instanceof Map;
  }

  /** The elements; none where this is no list. */
  List<Json> elements() {
    return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
  }

  Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The text of that name; empty where there is none. */
  String text(String name) {
    return at(name).text().orElse("");
  }

  /** The text of that name, without which the answer makes no sense. */
  String required(String name, String otherwise) {
    return at(name)
        .text()
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new SenselessAnswerException("the answer holds " + otherwise));
  }

  /** The whole number of that name; 0 where there is none. */
  long number(String name) {
    return at(name).value() instanceof Number number ? number.longValue() : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(at(name).value());
  }

  /** The texts of an object by their names. */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach(
          (name, member) -> {
            if (name instanceof String key && member instanceof String text) {
              texts.put(key, text);
            }
          });
    }
    return texts;
  }

  /** The names of an object's members, in their order. */
  List<String> names() {
    return value instanceof Map<?, ?> members
        ? members.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }
}
