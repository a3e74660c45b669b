package io.github.quartermaster.sentinel.internal.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.quartermaster.sentinel.internal.json.JsonReader;
import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.internal.run.Timeline.Uptime;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Recovery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered, as JSON. Read strictly: what is not exactly as it was written is refused, as
 * a wrong memory is worse than none.
 */
final class StateText {
  private static final String SCHEMA = "quartermaster.sentinel.state/1";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // a name may hold half a character, which has no form in UTF-8
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private StateText() {}

  static byte[] of(Memory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeObjectFieldStart("clock");
      json.writeStringField("wall", memory.mark().wall().toString());
      json.writeStringField("boot", memory.mark().uptime().boot());
      json.writeStringField("uptime", memory.mark().uptime().time().toString());
      json.writeEndObject();
      json.writeArrayFieldStart("attempts");
      for (Attempt attempt : memory.history().attempts()) {
        write(attempt, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("recoveries");
      for (Recovery recovery : memory.history().recoveries()) {
        write(recovery, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Attempt attempt, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", attempt.at().toString());
    json.writeStringField("remedy", attempt.remedy());
    json.writeStringField("step", Integer.toString(attempt.step()));
    json.writeStringField("action", attempt.action());
    json.writeStringField("target", attempt.target().value());
    text("outcome", attempt.outcome().map(Enum::name), json);
    json.writeStringField("message", attempt.message());
    json.writeEndObject();
  }

  private static void write(Recovery recovery, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("target", recovery.target().value());
    text("anew", recovery.anew().map(Instant::toString), json);
    text("healthySince", recovery.healthySince().map(Instant::toString), json);
    json.writeStringField("seen", recovery.seen().toString());
    json.writeEndObject();
  }

  private static void text(String name, Optional<String> value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IOException if it is anything else
   */
  static Memory read(byte[] bytes) throws IOException {
    JsonValue state = new JsonReader().read(bytes);
    String schema = text(state, "schema");
    if (!schema.equals(SCHEMA)) {
      throw new IOException("its form is " + schema + ", and this program knows " + SCHEMA);
    }
    try {
      JsonValue clock = member(state, "clock");
      Uptime uptime = new Uptime(text(clock, "boot"), Duration.parse(text(clock, "uptime")));
      ClockMark mark = new ClockMark(Instant.parse(text(clock, "wall")), uptime);
      List<Attempt> attempts = new ArrayList<>();
      for (JsonValue each : list(state, "attempts")) {
        attempts.add(attempt(each));
      }
      List<Recovery> recoveries = new ArrayList<>();
      for (JsonValue each : list(state, "recoveries")) {
        recoveries.add(recovery(each));
      }
      return new Memory(new History(attempts, recoveries), mark);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("a value in it means nothing: " + e.getMessage(), e);
    }
  }

  private static Attempt attempt(JsonValue value) throws IOException {
    String outcome = textOrNull(value, "outcome");
    return new Attempt(
        text(value, "remedy"),
        Integer.parseUnsignedInt(text(value, "step")),
        text(value, "action"),
        new ComponentId(text(value, "target")),
        Instant.parse(text(value, "at")),
        outcome == null ? null : Attempt.Outcome.valueOf(outcome),
        text(value, "message"));
  }

  private static Recovery recovery(JsonValue value) throws IOException {
    return new Recovery(
        new ComponentId(text(value, "target")),
        time(textOrNull(value, "anew")),
        time(textOrNull(value, "healthySince")),
        Instant.parse(text(value, "seen")));
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  private static JsonValue member(JsonValue object, String name) throws IOException {
    return object
        .member(name)
        .orElseThrow(() -> new IOException("its member \"" + name + "\" is missing"));
  }

  private static List<JsonValue> list(JsonValue object, String name) throws IOException {
    if (member(object, name) instanceof JsonValue.JsonArray array) {
      return array.elements();
    }
    throw new IOException("its member \"" + name + "\" is no list");
  }

  private static String text(JsonValue object, String name) throws IOException {
    if (member(object, name) instanceof JsonValue.JsonText text) {
      return text.value();
    }
    throw new IOException("its member \"" + name + "\" is no text");
  }

  private static @Nullable String textOrNull(JsonValue object, String name) throws IOException {
    return member(object, name) instanceof JsonValue.JsonNull ? null : text(object, name);
  }
}
