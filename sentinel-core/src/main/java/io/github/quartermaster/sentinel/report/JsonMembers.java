package io.github.quartermaster.sentinel.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.quartermaster.sentinel.model.Score;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members of JSON objects: what is null or no finite number becomes null, never goes missing. */
final class JsonMembers {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private final JsonGenerator generator;

  JsonMembers(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes a whole document. */
  interface Content {
    void write(JsonMembers json) throws IOException;
  }

  /** A document, indented; ends with a line break. */
  static String document(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
      content.write(new JsonMembers(generator));
    } catch (IOException e) {
      throw new UncheckedIOException("tried to write JSON to memory", e);
    }
    return text + "\n";
  }

  /** Writes one element of a list. */
  interface Element<T> {
    void write(T element) throws IOException;
  }

  void begin() throws IOException {
    generator.writeStartObject();
  }

  void begin(String name) throws IOException {
    generator.writeObjectFieldStart(name);
  }

  void end() throws IOException {
    generator.writeEndObject();
  }

  /** The name of what is written next. */
  void name(String name) throws IOException {
    generator.writeFieldName(name);
  }

  void nothing(String name) throws IOException {
    generator.writeNullField(name);
  }

  void text(String name, @Nullable String text) throws IOException {
    generator.writeFieldName(name);
    text(text);
  }

  private void text(@Nullable String text) throws IOException {
    if (text == null) {
      generator.writeNull();
    } else {
      generator.writeString(wellFormed(text));
    }
  }

  /** Half a character has no form in UTF-8. */
  private static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /** A constant's name in lower case with hyphens. */
  void word(String name, @Nullable Enum<?> constant) throws IOException {
    text(
        name, constant == null ? null : constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  void flag(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  void score(String name, @Nullable Score score) throws IOException {
    generator.writeFieldName(name);
    if (score == null) {
      generator.writeNull();
    } else {
      generator.writeNumber(score.value());
    }
  }

  void number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  void number(String name, @Nullable Double value) throws IOException {
    if (value == null || !Double.isFinite(value)) {
      nothing(name);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      generator.writeNumberField(name, value.longValue());
    } else {
      generator.writeNumberField(name, value);
    }
  }

  /** A part of a whole, to the fourth decimal. */
  void part(String name, double part) throws IOException {
    number(name, Double.isFinite(part) ? Math.round(part * 10_000) / 10_000.0 : part);
  }

  /** A span in seconds, to the millisecond. */
  void seconds(String name, Duration span) throws IOException {
    number(name, span.toMillis() / 1000.0);
  }

  <T> void list(String name, List<T> elements, Element<T> element) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T each : elements) {
      element.write(each);
    }
    generator.writeEndArray();
  }

  void texts(String name, Stream<String> texts) throws IOException {
    generator.writeFieldName(name);
    texts(texts);
  }

  void texts(Stream<String> texts) throws IOException {
    generator.writeStartArray();
    for (String text : texts.toList()) {
      text(text);
    }
    generator.writeEndArray();
  }
}
