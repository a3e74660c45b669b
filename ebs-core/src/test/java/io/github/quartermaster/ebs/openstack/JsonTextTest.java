package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

/** JSON of strangers, within bounds. */
class JsonTextTest {
  @Property
  void what_is_written_is_read_again(
      @ForAll Map<@CharRange(to = '\ud7ff') String, @CharRange(to = '\ud7ff') String> texts,
      @ForAll List<@CharRange(to = '\ud7ff') String> list)
      throws IOException {
    Json read =
        JsonText.read(
            new String(
                JsonText.write(Map.of("texts", texts, "list", list)), StandardCharsets.UTF_8));

    assertThat(read.at("texts").texts()).isEqualTo(texts);
    assertThat(read.at("list").elements()).extracting(Json::value).isEqualTo(List.copyOf(list));
  }

  @Property
  void any_bytes_are_json_or_told_not_to_be(@ForAll byte[] bytes) {
    try {
      JsonText.read(new String(bytes, StandardCharsets.UTF_8)).names();
    } catch (IOException told) {
      assertThat(told).isNotNull();
    }
  }

  @Test
  void what_goes_on_without_end_is_refused() {
    for (String hostile :
        List.of("[".repeat(100_000), "[" + "1,".repeat(1_000_001) + "1]", "{} {}", "")) {
      assertThatThrownBy(() -> JsonText.read(hostile)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_name_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> JsonText.read("{\"id\":\"a\",\"id\":\"b\"}"))
        .isInstanceOf(IOException.class);
  }
}
