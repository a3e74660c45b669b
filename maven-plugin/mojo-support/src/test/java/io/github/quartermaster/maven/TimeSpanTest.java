package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  private static final ParameterHint TIMEOUT = new ParameterHint("ebs", "timeout");

  @ParameterizedTest
  @CsvSource({
    "4h, PT4H",
    "90m, PT1H30M",
    "90 min, PT1H30M",
    "1h30m, PT1H30M",
    "1d 2H, PT26H",
    "45s, PT45S",
    "PT4H, PT4H",
    "pt1m, PT1M"
  })
  void units_and_iso_8601_are_understood(String text, Duration span) throws Exception {
    assertThat(TimeSpan.of(text, TIMEOUT)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4", "h", "four hours", "-4h", "0s", "PT0S", "-PT4H", "4h!", "4w", "367d"})
  void anything_else_is_answered_with_examples(String text) {
    assertThatThrownBy(() -> TimeSpan.of(text, TIMEOUT))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to read '" + text + "' as a time span")
        .hasMessageEndingWith("such as PT4H (parameter <timeout>, -Debs.timeout)");
  }

  @Test
  void span_beyond_all_time_is_no_crash() {
    assertThatThrownBy(() -> TimeSpan.of("999999999d".repeat(9999), TIMEOUT))
        .isInstanceOf(MojoExecutionException.class);
  }

  @Test
  void nothing_is_a_time_span_where_that_makes_sense() throws Exception {
    assertThat(TimeSpan.orZero("0s", TIMEOUT)).isEqualTo(Duration.ZERO);
    assertThat(TimeSpan.orZero("5m", TIMEOUT)).isEqualTo(Duration.ofMinutes(5));
    assertThatThrownBy(() -> TimeSpan.orZero("-1s", TIMEOUT))
        .isInstanceOf(MojoExecutionException.class);
  }
}
