package io.github.quartermaster.sentinel.internal.read.config;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.quartermaster.sentinel.model.Parameter;
import java.io.IOException;
import java.util.List;

/**
 * Writes which values of JSON a parameter takes. A schema cannot say all that the reader knows, so
 * that it is never stricter: what it refuses, the reader refuses too.
 */
final class ValueSchema {
  static final String TEXT = "text";
  static final String FLAG = "flag";
  static final String INTEGER = "integer";
  static final String DURATION = "duration";
  static final String SIZE = "size";
  static final String REFERENCE = "reference";

  private static final String NUMBER = "[-+]?[0-9.]+";
  private static final String REFERS = "\\$\\{";

  private final JsonGenerator json;

  ValueSchema(JsonGenerator json) {
    this.json = json;
  }

  /** The definitions that the others refer to. */
  void writeDefinitions() throws IOException {
    json.writeObjectFieldStart(TEXT);
    types("string", "number", "boolean");
    json.writeEndObject();
    json.writeObjectFieldStart(REFERENCE);
    json.writeStringField("description", "${env:NAME}, ${env:NAME:default} or ${file:PATH}");
    pattern(REFERS);
    json.writeEndObject();
    json.writeObjectFieldStart(FLAG);
    choices(List.of("true", "false"));
    json.writeEndObject();
    json.writeObjectFieldStart(INTEGER);
    numberOr("integer", "^[-+]?[0-9]+$");
    json.writeEndObject();
    json.writeObjectFieldStart(DURATION);
    json.writeStringField("description", "A time such as 500ms, 5s, 10m, 2h or 3d");
    zeroOr("^" + NUMBER + " ?" + Units.TIME + "$|^[-+]?[0.]+$");
    json.writeEndObject();
    json.writeObjectFieldStart(SIZE);
    json.writeStringField("description", "A size such as 512B, 64KiB or 10GB");
    numberOr("number", "^" + NUMBER + "(?: ?" + Units.SIZE + ")?$");
    json.writeEndObject();
  }

  /** What a parameter is and takes. */
  void write(Parameter parameter) throws IOException {
    json.writeStartObject();
    json.writeStringField("description", parameter.description());
    if (parameter.defaultText() != null) {
      json.writeStringField("default", parameter.defaultText());
    }
    switch (parameter.type()) {
      case TEXT, SECRET, PATH -> refer(TEXT);
      case INTEGER -> refer(INTEGER);
      case FLAG -> refer(FLAG);
      case DURATION -> refer(DURATION);
      case SIZE -> refer(SIZE);
      case CHOICE -> choices(parameter.choices());
      case UPPER_LIMIT, LOWER_LIMIT -> limit(parameter.unit());
      case TEXTS -> listOf(TEXT, parameter.required());
      case INTEGERS -> listOf(INTEGER, parameter.required());
      case MAP, SECRETS -> {
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("additionalProperties");
        refer(TEXT);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  void refer(String definition) throws IOException {
    json.writeStringField("$ref", "#/$defs/" + definition);
  }

  private void listOf(String definition, boolean notEmpty) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    refer(definition);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    refer(definition);
    json.writeEndObject();
    if (notEmpty) {
      json.writeNumberField("minItems", 1);
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void limit(String unit) throws IOException {
    String units =
        switch (unit) {
          case "" -> "";
          case "s" -> "(?: ?" + Units.TIME + ")?";
          case "B" -> "(?: ?" + Units.SIZE + ")?";
          default -> "(?: ?" + escaped(unit) + ")?";
        };
    String end = NUMBER + units;
    String range = "^\\s*@?(?:(?:~|" + end + ")?:)?(?:" + end + ")?\\s*$";
    if (unit.equals("s")) {
      zeroOr(range);
    } else {
      numberOr("number", range);
    }
  }

  private void numberOr(String type, String pattern) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeEndObject();
    json.writeStartObject();
    pattern(pattern + "|" + REFERS);
    json.writeEndObject();
    json.writeEndArray();
  }

  /** A number would lack its unit. */
  private void zeroOr(String pattern) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeNumberField("const", 0);
    json.writeEndObject();
    json.writeStartObject();
    pattern(pattern + "|" + REFERS);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void pattern(String pattern) throws IOException {
    json.writeStringField("type", "string");
    json.writeStringField("pattern", pattern);
  }

  /** Words, and what YAML takes them for without quotes. */
  private void choices(List<String> choices) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeArrayFieldStart("enum");
    for (String choice : choices) {
      if (choice.equals("true") || choice.equals("false")) {
        json.writeBoolean(Boolean.parseBoolean(choice));
      } else if (choice.matches("\\d{1,15}")) {
        json.writeNumber(Long.parseLong(choice));
      }
      json.writeString(choice);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStartObject();
    refer(REFERENCE);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void types(String... types) throws IOException {
    json.writeArrayFieldStart("type");
    for (String type : types) {
      json.writeString(type);
    }
    json.writeEndArray();
  }

  private static String escaped(String unit) {
    return unit.replaceAll("[\\^$\\\\.*+?()\\[\\]{}|/]", "\\\\$0");
  }
}
