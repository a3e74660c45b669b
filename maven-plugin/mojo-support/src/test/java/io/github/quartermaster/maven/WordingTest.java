package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "240313615, 240.3 MB",
    "999949999, 999.9 MB",
    "999950000, 1.0 GB",
    "9223372036854775807, 9223372.0 TB"
  })
  void sizes_are_short(long size, String text) {
    assertThat(Wording.bytes(size)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "912, 0.9 s",
    "9949, 9.9 s",
    "9950, 10 s",
    "119400, 119 s",
    "120000, 2 min 0 s",
    "205000, 3 min 25 s"
  })
  void times_are_short(long millis, String text) {
    assertThat(Wording.seconds(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void one_thing_is_singular() {
    assertThat(Wording.count(1, "AMP")).isEqualTo("1 AMP");
    assertThat(Wording.count(0, "AMP")).isEqualTo("0 AMPs");
  }

  @Test
  void names_stand_in_a_row() {
    assertThat(Wording.row(List.of())).isEmpty();
    assertThat(Wording.row(List.of("a"))).isEqualTo("a");
    assertThat(Wording.row(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void path_below_the_current_folder_is_shown_from_there() {
    Path base = Path.of("/work/project");

    assertThat(Wording.path(base, Path.of("/work/project/target/a.war"))).isEqualTo("target/a.war");
    assertThat(Wording.path(base, Path.of("target/../a.war"))).isEqualTo("a.war");
    assertThat(Wording.path(base, Path.of("/opt/a.war"))).isEqualTo("/opt/a.war");
    assertThat(Wording.path(base, base)).isEqualTo("/work/project");
  }

  @Test
  void printable_text_keeps_letters_of_any_script() {
    assertThat(Wording.printable("Müller 中文 😀")).isEqualTo("Müller 中文 😀");
    assertThat(Wording.printable("a\u202eb\u2028c\td")).isEqualTo("a?b?c?d");
  }
}
