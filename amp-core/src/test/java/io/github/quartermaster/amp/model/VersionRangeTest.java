package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0-2.0   | 1.0      | true",
        "1.0-2.0   | 2.0.0    | true",
        "1.0-2.0   | 2.0-RC1  | true",
        "1.0-2.0   | 1.0-RC1  | false",
        "1.0--2.0  | 1.5      | true",
        "1.0 - 2.0 | 1.5      | true",
        "1.0-2.0-9 | 3.0      | false",
        "-5-       | 4        | true",
        "-5-       | 6        | false",
        "-         | 1        | true",
        "--        | 1        | true",
        "*-*       | 1        | true",
        "1.0       | 1        | true",
        "1.0       | 1.0.1    | false",
        "1,,3      | 3        | true",
        ",3        | 3        | true",
        "3,        | 3        | true",
        "2.0-1.0   | 1.5      | false",
        "1.0- -2.0 | 1.5      | false",
        "*- -2.0   | 0        | true",
        "*- -2.0   | 1        | false",
        "foo bar   | FOO BAR  | true",
      })
  void range_contains_what_alfresco_reads_in_it(String range, String version, boolean contained) {
    assertThat(new VersionRange(range).contains(new ModuleVersion(version))).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "1.0-", "1.0-*", "*-*", "-"})
  void open_upper_end_has_no_limit(String range) {
    assertThat(new VersionRange(range).contains(new ModuleVersion("20240101"))).isTrue();
    assertThat(new VersionRange(range).contains(new ModuleVersion("9".repeat(99)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "-1.0", "*-1.0", "-"})
  void open_lower_end_has_no_limit(String range) {
    assertThat(new VersionRange(range).contains(new ModuleVersion("0.0-SNAPSHOT"))).isTrue();
  }

  @Test
  void range_keeps_its_text() {
    assertThat(new VersionRange("1.0 - ,3").text()).isEqualTo("1.0 - ,3");
    assertThat(new VersionRange("1.0 - ,3"))
        .hasToString("1.0 - ,3")
        .isEqualTo(new VersionRange("1.0 - ,3"))
        .isNotEqualTo(new VersionRange("1.0-,3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void blank_range_is_refused(String text) {
    assertThatThrownBy(() -> new VersionRange(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tried to read a range of versions; it is blank. Write * for any version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0, ,2.0", " ,1.0 , ,"})
  void blanks_alone_between_two_commas_are_refused_as_by_alfresco(String text) {
    assertThatThrownBy(() -> new VersionRange(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tried to read the range of versions '%s'; only blanks stand between two of its commas."
                    .formatted(text)
                + " Remove one of these commas");
  }

  @Test
  void message_about_a_very_long_range_is_short_and_has_one_line() {
    assertThatThrownBy(() -> new VersionRange("1\n2, ," + "1,".repeat(50_000)))
        .hasMessageStartingWith("tried to read the range of versions '1?2, ,1,")
        .hasMessageContaining("...'")
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(400));
  }

  @Test
  void very_long_version_is_sought_at_once_in_a_very_long_range() {
    ModuleVersion version = new ModuleVersion("1.".repeat(50_000) + "2");

    CpuTime.assertAtMost(
        Duration.ofSeconds(2),
        () -> {
          assertThat(new VersionRange("1,".repeat(50_000)).contains(version)).isFalse();
          assertThat(new VersionRange("1-".repeat(50_000)).contains(version)).isFalse();
          assertThat(new VersionRange("-".repeat(100_000)).contains(version)).isTrue();
          assertThat(new VersionRange(",".repeat(100_000)).contains(version)).isFalse();
        });
  }
}
