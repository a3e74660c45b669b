package io.github.quartermaster.sentinel.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** JSON as it should be, and as strangers send it. */
class JsonReaderTest {

  @Test
  void every_kind_of_value_is_read() throws IOException {
    assertThat(read("{\"a\":[1,-2.5e3,\"t\",true,false,null],\"b\":{}}"))
        .isEqualTo(
            new JsonValue.JsonObject(
                Map.of(
                    "a",
                    new JsonValue.JsonArray(
                        List.of(
                            new JsonValue.JsonNumber(1),
                            new JsonValue.JsonNumber(-2500),
                            new JsonValue.JsonText("t"),
                            new JsonValue.JsonFlag(true),
                            new JsonValue.JsonFlag(false),
                            new JsonValue.JsonNull())),
                    "b",
                    new JsonValue.JsonObject(Map.of()))));
  }

  @Test
  void what_is_missing_or_of_another_kind_is_nothing() throws IOException {
    JsonValue value = read("{\"a\":1,\"t\":\"x\"}");

    assertThat(value.text("a")).isEmpty();
    assertThat(value.text("t")).contains("x");
    assertThat(value.member("b")).isEmpty();
    assertThat(read("[]").member("a")).isEmpty();
    assertThat(value.elements()).isEmpty();
  }

  @Test
  void deep_long_and_ambiguous_json_is_refused() {
    assertRefused("[".repeat(100));
    assertRefused("[" + "1,".repeat(300_000) + "1]");
    assertRefused("{\"a\":1,\"a\":2}");
    assertRefused("{} {}");
    assertRefused("");
    assertRefused("[1,");
    assertRefused("NaN");
    assertRefused("\"" + "x".repeat(2_000_000) + "\"");
  }

  @Property(tries = 300)
  void any_bytes_are_a_value_or_refused(@ForAll byte[] bytes) {
    try {
      assertThat(new JsonReader().read(bytes)).isNotNull();
    } catch (IOException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static void assertRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  private static JsonValue read(String json) throws IOException {
    return new JsonReader().read(json.getBytes(StandardCharsets.UTF_8));
  }
}
