package io.github.quartermaster.sentinel.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A value of JSON. */
public sealed interface JsonValue {
  /**
   * Names and values, in their order.
   *
   * @param members no name twice
   */
  record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    /** Copies the members. */
    public JsonObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * Values in their order.
   *
   * @param elements the values
   */
  record JsonArray(List<JsonValue> elements) implements JsonValue {
    /** Copies the elements. */
    public JsonArray {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A text.
   *
   * @param value the text
   */
  record JsonText(String value) implements JsonValue {}

  /**
   * A number.
   *
   * @param value the nearest one that a {@code double} can hold
   */
  record JsonNumber(double value) implements JsonValue {}

  /**
   * True or false.
   *
   * @param value which of the two
   */
  record JsonFlag(boolean value) implements JsonValue {}

  /** Null. */
  record JsonNull() implements JsonValue {}

  /** The value of that name; nothing where there is none, or where this is no object. */
  default Optional<JsonValue> member(String name) {
    return this instanceof JsonObject object
        ? Optional.ofNullable(object.members().get(name))
        : Optional.empty();
  }

  /** The text of that name; nothing where there is none, or where it is no text. */
  default Optional<String> text(String name) {
    return member(name)
        .flatMap(v -> v instanceof JsonText text ? Optional.of(text.value()) : Optional.empty());
  }

  /** The number of that name; nothing where there is none, or where it is no number. */
  default OptionalDouble number(String name) {
    return member(name).orElse(null) instanceof JsonNumber number
        ? OptionalDouble.of(number.value())
        : OptionalDouble.empty();
  }

  /** The names whose values are texts, with these; none where this is no object. */
  default Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (this instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, value) -> {
                if (value instanceof JsonText text) {
                  texts.put(name, text.value());
                }
              });
    }
    return texts;
  }

  /** The elements; none where this is no array. */
  default List<JsonValue> elements() {
    return List.of();
  }
}
