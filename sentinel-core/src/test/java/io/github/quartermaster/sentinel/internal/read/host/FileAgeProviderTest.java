package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAgeProviderTest {
  @TempDir private Path folder;

  private Path file(String name, int bytes, Duration age) throws Exception {
    Path file = Files.write(folder.resolve(name), new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  private Reading reading(Path path, Map<String, Object> set) throws Exception {
    return Probing.only(provider(path, set));
  }

  private HealthProvider provider(Path path, Map<String, Object> set) {
    Map<String, Object> all = new HashMap<>(Map.of("path", path));
    all.putAll(set);
    return Probing.provider(new FileAgeFactory(), "backup", all);
  }

  @Test
  void a_stale_backup_is_critical_and_the_message_names_the_limits() throws Exception {
    Path file = file("backup.tar", 2048, Duration.ofHours(50));
    Map<String, Object> set =
        Map.of("warn-age", Duration.ofHours(26), "max-age", Duration.ofHours(48));
    Reading reading = reading(file, set);
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.message()).isEqualTo("backup.tar is 2.1 d old (26 h/2 d), 2 KiB");
    file("backup.tar", 2048, Duration.ofHours(27));
    assertThat(Probing.judged(reading(file, set))).isEqualTo("warning");
    file("backup.tar", 2048, Duration.ofHours(1));
    assertThat(Probing.judged(reading(file, set))).isEqualTo("fine");
  }

  @Test
  void a_backup_that_is_too_small_is_critical_though_it_is_fresh() throws Exception {
    Path file = file("backup.tar", 10, Duration.ZERO);
    Reading reading = reading(file, Map.of("min-size", 1024L));
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.message()).endsWith("10 B (-/1 KiB)");
  }

  @Test
  void of_a_folder_the_newest_or_the_oldest_is_judged() throws Exception {
    file("a.tar", 1, Duration.ofHours(5));
    file("b.tar", 1, Duration.ofHours(1));
    file("c.txt", 1, Duration.ZERO);
    Files.createDirectory(folder.resolve("d.tar"));
    assertThat(reading(folder, Map.of("pattern", "*.tar")).message()).startsWith("b.tar is 60 min");
    assertThat(reading(folder, Map.of("pattern", "*.tar", "which", "oldest")).message())
        .startsWith("a.tar is 5 h");
  }

  @Test
  void what_is_missing_is_critical_unless_set_otherwise() throws Exception {
    Path none = folder.resolve("none");
    Reading reading = reading(none, Map.of());
    assertThat(reading.verdict()).isEqualTo(new Verdict.Given(Score.CRITICAL));
    assertThat(reading.message()).isEqualTo("there is no " + none);
    assertThat(reading(folder, Map.of("pattern", "*.tar")).message())
        .isEqualTo("there is no " + folder + "/*.tar");
    assertThat(reading(none, Map.of("pattern", "*", "missing", "warning")).verdict())
        .isEqualTo(new Verdict.Given(Score.WARNING));
    assertThat(reading(none, Map.of("missing", "unknown")).verdict())
        .isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_file_from_the_future_is_young_and_told() throws Exception {
    Path file = file("backup.tar", 1, Duration.ofHours(-3));
    Reading reading = reading(file, Map.of("max-age", Duration.ofHours(1)));
    assertThat(Probing.judged(reading)).isEqualTo("fine");
    assertThat(reading.evidence()).anyMatch(it -> it.text().contains("from the future by"));
  }

  @Test
  void a_file_from_a_far_future_has_no_known_age() throws Exception {
    Path file = file("backup.tar", 1, Duration.ofDays(-400));
    Reading reading = reading(file, Map.of("max-age", Duration.ofHours(1)));
    assertThat(Probing.metric(reading, "age").known()).isEmpty();
    assertThat(reading.message()).contains("is of no known age");
  }

  @Test
  void a_pattern_that_is_none_is_refused() {
    assertThatThrownBy(() -> provider(folder, Map.of("pattern", "[")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
