package io.github.quartermaster.ebs.testkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void values_are_named_by_their_paths() {
    assertThat(
            JsonReader.flat(
                " { \"a\" : {\"b\":[1, -2.5e3 ,{\"c\":null}]}, \"d\":true, \"e\":[], \"f\":{} } "))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a.b.1", "1", "a.b.2", "-2.5e3", "a.b.3.c", "null", "d", "true"));
  }

  @Test
  void what_was_written_is_read() {
    String odd = "\"\\/\b\f\n\r\t\u0001 \u20ac";
    String text = new Json().text("a", odd).texts("b", List.of(odd, "")).object();

    assertThat(JsonReader.flat(text)).isEqualTo(Map.of("a", odd, "b.1", odd, "b.2", ""));
    assertThat(JsonReader.flat("{\"a\":\"\\u20aC\\/\\b\\f\\n\\r\\t\"}"))
        .isEqualTo(Map.of("a", "\u20ac/\b\f\n\r\t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\":[1",
        "{\"a\":01x}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"b",
        "{\"a\":1}}",
        "{a:1}"
      })
  void what_is_no_object_is_refused(String text) {
    assertThatThrownBy(() -> JsonReader.flat(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void depth_ends() {
    assertThatThrownBy(() -> JsonReader.flat("{\"a\":" + "[".repeat(100_000)))
        .hasMessageContaining("less depth");
  }
}
