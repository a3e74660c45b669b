package io.github.quartermaster.sentinel.internal.read.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The blocks of Nagios' status file. */
class StatusFileTest {
  private static final Set<String> WANTED = Set.of("host_name", "plugin_output", "current_state");

  private record Block(String type, Map<String, String> values) {}

  @Test
  void blocks_come_one_by_one_with_the_values_that_are_wanted() throws IOException {
    List<Block> blocks =
        read(
            """
            # comment
            info {
            \tcreated=1795334713
            \t}

            servicestatus {
            \thost_name=web1
            \tcheck_command=check_disk!-w {x}
            \tcurrent_state=2
            \tplugin_output=a=b; } and {
            \t}
            """);

    assertThat(blocks)
        .containsExactly(
            new Block("info", Map.of()),
            new Block(
                "servicestatus",
                Map.of(
                    "host_name", "web1", "current_state", "2", "plugin_output", "a=b; } and {")));
  }

  @Test
  void file_that_ends_in_the_middle_is_refused() {
    assertThatThrownBy(() -> read("servicestatus {\n\thost_name=a\n"))
        .isInstanceOf(IOException.class)
        .hasMessage("it ends within a block servicestatus");
  }

  @Test
  void line_without_end_is_kept_only_in_part() throws IOException {
    String huge = "x".repeat(3 * StatusFile.LONGEST_LINE);

    List<Block> blocks = read("a {\n\tplugin_output=" + huge + "\n\thost_name=b\n\t}\n");

    assertThat(blocks.get(0).values().get("plugin_output"))
        .hasSizeLessThan(StatusFile.LONGEST_LINE);
    assertThat(blocks.get(0).values()).containsEntry("host_name", "b");
  }

  @Property(tries = 300)
  void whatever_was_written_comes_back(@ForAll("blocks") List<Map<String, String>> written)
      throws IOException {
    String text =
        written.stream()
            .map(
                values ->
                    "servicestatus {\n"
                        + values.entrySet().stream()
                            .map(each -> "\t" + each.getKey() + "=" + each.getValue() + "\n")
                            .collect(Collectors.joining())
                        + "\t}\n\n")
            .collect(Collectors.joining());

    assertThat(read(text)).extracting(Block::values).isEqualTo(written);
  }

  @Property(tries = 500)
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    assertThatCode(
            () -> {
              try {
                StatusFile.read(new ByteArrayInputStream(bytes), WANTED, (type, values) -> {});
              } catch (IOException refused) {
                // as it should be
              }
            })
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<List<Map<String, String>>> blocks() {
    Arbitrary<String> value =
        Arbitraries.strings().withChars("aÄ{}=;|\\# 0").ofMaxLength(20).map(String::strip);
    return Arbitraries.maps(Arbitraries.of(WANTED), value).ofMaxSize(3).list().ofMaxSize(5);
  }

  private static List<Block> read(String text) throws IOException {
    List<Block> blocks = new ArrayList<>();
    StatusFile.read(
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        WANTED,
        (type, values) -> blocks.add(new Block(type, values)));
    return blocks;
  }
}
