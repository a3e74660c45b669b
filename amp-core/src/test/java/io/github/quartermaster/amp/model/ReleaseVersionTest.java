package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseVersionTest {

  @ParameterizedTest
  @CsvSource({
    "7.4, 7.4.0, 0",
    "7.4, 7.4.0.0.0, 0",
    "7.4., 7.4, 0",
    "07.004, 7.4, 0",
    "00000000000000000007, 7, 0",
    "7.4, 7.4.0.1, -1",
    "7.9, 7.10, -1",
    "7.4.9, 23.1, -1",
    "26.3.0, 26.2.9, 1",
    "0, 2147483647, -1",
    "2147483647, 2147483646, 1"
  })
  void releases_compare_number_by_number(String left, String right, int order) {
    ReleaseVersion release = new ReleaseVersion(left);
    ReleaseVersion other = new ReleaseVersion(right);

    assertThat(Integer.signum(release.compareTo(other))).isEqualTo(order);
    assertThat(Integer.signum(other.compareTo(release))).isEqualTo(-order);
    assertThat(release.isNewerThan(other)).isEqualTo(order > 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7.4.0-M1     | '0-M1' is not a whole number",
        "7.x          | 'x' is not a whole number",
        "7..4         | '' is not a whole number",
        ".7           | '' is not a whole number",
        "\"7. 4\"      | ' 4' is not a whole number",
        "-7           | '-7' is not a whole number",
        "7.+4         | '+4' is not a whole number",
        "7.٤          | '٤' is not a whole number",
        "\"\"          | '' is not a whole number",
        ".            | it has no number",
        "2147483648   | '2147483648' is more than 2147483647, Alfresco's largest",
        "1.99999999999999999999 | '99999999999999999999' is more than 2147483647, Alfresco's"
            + " largest",
      },
      quoteCharacter = '"')
  void anything_but_numbers_between_dots_is_refused(String text, String reason) {
    assertThatThrownBy(() -> new ReleaseVersion(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tried to read the release version '%s'; %s.".formatted(text, reason)
                + " Write whole numbers between dots, such as 7.4.0");
  }

  @ParameterizedTest
  @CsvSource({"7.4.1.2, 7.4.1", "7.04.1.2.3, 7.4.1"})
  void fourth_part_of_a_bound_is_cut(String text, String cut) {
    ReleaseVersion release = new ReleaseVersion(text);

    assertThat(release.firstThreeParts()).isEqualTo(new ReleaseVersion(cut));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.4", "07.4.1"})
  void three_parts_and_less_stay_as_written(String text) {
    ReleaseVersion release = new ReleaseVersion(text);

    assertThat(release.firstThreeParts()).isSameAs(release).hasToString(text);
  }

  @Test
  void very_long_text_is_read_at_once_and_shown_in_short() {
    CpuTime.assertAtMost(
        Duration.ofSeconds(2),
        () -> {
          ReleaseVersion release = new ReleaseVersion("1.".repeat(50_000));
          assertThat(release.compareTo(new ReleaseVersion("1.".repeat(49_999)))).isPositive();
          assertThat(new ReleaseVersion("0".repeat(100_000) + "7"))
              .isEqualByComparingTo(new ReleaseVersion("7"));
          assertThatThrownBy(() -> new ReleaseVersion("9".repeat(100_000)))
              .hasMessageContaining("999...'")
              .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(400));
        });
  }
}
