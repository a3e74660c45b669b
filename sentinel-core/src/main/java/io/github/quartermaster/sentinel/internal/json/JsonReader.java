package io.github.quartermaster.sentinel.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that may be anything: the size, the depth and the number of values are bounded, and a
 * name that stands twice is a mistake. Safe for use by several threads.
 */
public final class JsonReader {
  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 200_000;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // the names are as many as strangers like
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxTokenCount(MOST_VALUES)
                  .build())
          .build();

  /**
   * Reads one value; nothing may follow it.
   *
   * @throws IOException if it is no JSON, or beyond the bounds
   */
  public JsonValue read(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      JsonValue value = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the JSON");
      }
      return value;
    }
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("there is no JSON, but nothing at all");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonValue.JsonText(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonValue.JsonNumber(parser.getDoubleValue());
      case VALUE_TRUE -> new JsonValue.JsonFlag(true);
      case VALUE_FALSE -> new JsonValue.JsonFlag(false);
      case VALUE_NULL -> new JsonValue.JsonNull();
      default -> throw new IOException("no value of JSON begins with " + token);
    };
  }

  private static JsonValue object(JsonParser parser) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new JsonValue.JsonObject(members);
  }

  private static JsonValue array(JsonParser parser) throws IOException {
    List<JsonValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new JsonValue.JsonArray(elements);
  }
}
