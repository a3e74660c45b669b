package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogProviderTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("app.log");
  }

  private HealthProvider provider(Map<String, Object> set) {
    Map<String, Object> all = new HashMap<>(Map.of("path", file, "pattern", List.of("ERROR")));
    all.putAll(set);
    return Probing.provider(new LogFactory(), "log", all);
  }

  private void write(String text) throws Exception {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void an_error_is_a_warning_and_its_line_the_evidence() throws Exception {
    write("INFO fine\nERROR disk gone\nINFO fine\n");
    Reading reading = Probing.only(provider(Map.of()));
    assertThat(Probing.judged(reading)).isEqualTo("warning");
    assertThat(reading.message()).isEqualTo("1 line (0/9) of 3 new in " + file);
    assertThat(reading.evidence()).extracting(it -> it.text()).containsExactly("ERROR disk gone");
  }

  @Test
  void many_errors_are_critical_and_the_last_ones_are_shown() throws Exception {
    for (int i = 1; i <= 12; i++) {
      write("ERROR " + i + "\n");
    }
    Reading reading = Probing.only(provider(Map.of()));
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.evidence())
        .extracting(it -> it.text())
        .containsExactly("ERROR 10", "ERROR 11", "ERROR 12");
  }

  @Test
  void an_error_counts_once_and_not_again_in_the_next_round() throws Exception {
    write("ERROR\n");
    HealthProvider provider = provider(Map.of());
    assertThat(Probing.judged(Probing.only(provider))).isEqualTo("warning");
    assertThat(Probing.judged(Probing.only(provider))).isEqualTo("fine");
    write("ERROR\n");
    assertThat(Probing.judged(Probing.only(provider))).isEqualTo("warning");
  }

  @Test
  void lines_that_are_to_be_ignored_do_not_count() throws Exception {
    write("ERROR known\nERROR new\n");
    Reading reading = Probing.only(provider(Map.of("ignore", List.of("known$"))));
    assertThat(Probing.metric(reading, "lines").value()).isEqualTo(1);
  }

  @Test
  void a_hostile_line_does_not_hang_the_round() throws Exception {
    write("a".repeat(60) + "!\n");
    Reading reading =
        provider(Map.of("pattern", List.of("^(.*a){12}$")))
            .probe(Probing.context(Duration.ofMillis(200)))
            .get(0);
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading.message()).contains("takes too long");
  }

  @Test
  void control_characters_of_a_line_never_reach_the_terminal() throws Exception {
    write("ERROR \u001b[31mred\u0007\n");
    assertThat(Probing.only(provider(Map.of())).evidence())
        .allMatch(it -> it.text().chars().noneMatch(Character::isISOControl));
  }

  @Test
  void a_log_that_is_not_there_means_what_is_set() throws Exception {
    Reading reading = Probing.only(provider(Map.of()));
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading.message()).isEqualTo("there is no " + file);
    assertThat(Probing.only(provider(Map.of("missing", "ok"))).verdict())
        .isInstanceOf(Verdict.Measured.class);
    assertThat(Probing.only(provider(Map.of("missing", "critical"))).verdict())
        .isEqualTo(new Verdict.Given(Score.CRITICAL));
  }

  @Test
  void a_folder_in_the_place_of_the_log_is_told() throws Exception {
    Files.createDirectory(file);

    Reading reading = Probing.only(provider(Map.of()));
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading.message()).isEqualTo(file + " is a folder, where a log was expected");
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> provider(Map.of("pattern", List.of("["))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pattern is no regular expression");
    assertThatThrownBy(() -> provider(Map.of("tail", 1L << 40)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 MiB");
  }
}
