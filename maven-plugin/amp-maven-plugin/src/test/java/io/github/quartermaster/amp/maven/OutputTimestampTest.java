package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTimestampTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:09:45Z, 2026-11-22T07:09:45Z",
    "2026-11-22T07:09:45.987Z, 2026-11-22T07:09:45Z",
    "2026-11-22T09:09:45+02:00, 2026-11-22T07:09:45Z",
    "1700000000, 2023-11-14T22:13:20Z",
    "' 1700000000 ', 2023-11-14T22:13:20Z"
  })
  void time_is_read_as_mavens_archiver_reads_it(String text, Instant time)
      throws MojoExecutionException {
    assertThat(OutputTimestamp.of(text, null)).contains(time);
  }

  @Test
  void one_character_switches_it_off_whatever_the_environment_says() throws MojoExecutionException {
    assertThat(OutputTimestamp.of("x", "1700000000")).isEmpty();
    assertThat(OutputTimestamp.of("0", "1700000000")).isEmpty();
  }

  @Test
  void environment_counts_where_the_property_is_not_set() throws MojoExecutionException {
    Instant time = Instant.ofEpochSecond(1_700_000_000);

    assertThat(OutputTimestamp.of(null, "1700000000")).contains(time);
    assertThat(OutputTimestamp.of("", "1700000000")).contains(time);
    assertThat(OutputTimestamp.of(null, null)).isEmpty();
    assertThat(OutputTimestamp.of("2026-11-22T07:09:45Z", "1700000000"))
        .contains(Instant.parse("2026-11-22T07:09:45Z"));
  }

  @Test
  void what_is_no_time_is_refused_with_an_example() {
    assertThatThrownBy(() -> OutputTimestamp.of("yesterday", null))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to read project.build.outputTimestamp='yesterday' as a time")
        .hasMessageEndingWith("Write it like 2026-11-22T07:09:45Z, or as seconds since 1970");
    assertThatThrownBy(() -> OutputTimestamp.of(null, "99999999999999999999"))
        .hasMessageStartingWith("tried to read SOURCE_DATE_EPOCH=");
  }
}
