package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleVersionTest {

  private static final int LONG = 100_000;

  @Test
  void releases_of_a_module_sort_from_oldest_to_newest() {
    List<String> ascending =
        List.of(
            "foo bar baz",
            "0.9",
            "1.0-alpha1",
            "1.0-b2",
            "1.0-M1",
            "1.0-RC1",
            "1.0-rc2",
            "1.0-SNAPSHOT",
            "1.0",
            "1.0-sp1",
            "1.0-community",
            "1.0-1",
            "1.0.0.1.2",
            "1.0.1",
            "1.9",
            "1.10",
            "2",
            "20240101",
            "20240101120000",
            "99999999999999999999");

    List<ModuleVersion> shuffled = new ArrayList<>();
    ascending.forEach(text -> shuffled.add(new ModuleVersion(text)));
    Collections.shuffle(shuffled, new Random(3));

    assertThat(shuffled.stream().sorted().map(ModuleVersion::text))
        .containsExactlyElementsOf(ascending);
  }

  @ParameterizedTest
  @CsvSource({
    "5.1-SNAPSHOT, 5.1, 5.1.f.1",
    "1.0.alpha.1, 1, 1.sp.1",
    "1.0.alpha.1, 1, 1-1",
    "1.0-0-SNAPSHOT, 1.0, 1.0-jboss",
    "1--alpha, 1, 1-sp",
    "0-alpha, 0, x"
  })
  void versions_that_maven_puts_in_a_circle_are_in_a_row_here(
      String oldest, String middle, String newest) {
    assertThat(maven(oldest, middle)).isNegative();
    assertThat(maven(middle, newest)).isNegative();
    assertThat(maven(newest, oldest)).isNegative();

    assertThat(compare(oldest, middle)).isNegative();
    assertThat(compare(middle, newest)).isNegative();
    assertThat(compare(oldest, newest)).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"1.0000000000.1, 1.5", "1.00000000000000000000.1, 1.5", "1.٠٠٠٠٠٠٠٠٠١, 1.5"})
  void zeros_in_front_do_not_make_a_number_larger_although_they_do_in_maven(
      String older, String newer) {
    assertThat(maven(older, newer)).isPositive();
    assertThat(compare(older, newer)).isNegative();
  }

  @Test
  void digits_of_other_scripts_are_digits() {
    assertThat(compare("1.٣", "1.3")).isZero();
    assertThat(compare("1.٢٠", "1.3")).isPositive();
  }

  @Test
  void case_does_not_count_in_any_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(compare("1.0.FINAL", "1.0.final")).isZero();
      assertThat(compare("1.0-MILESTONE1", "1.0-milestone1")).isZero();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void versions_that_are_the_same_are_equal_only_if_they_are_written_alike() {
    ModuleVersion one = new ModuleVersion("1.0");

    assertThat(one).isEqualTo(new ModuleVersion("1.0")).isNotEqualTo(new ModuleVersion("1.0.0"));
    assertThat(one).isEqualByComparingTo(new ModuleVersion("1.0.0"));
    assertThat(one).isNotEqualByComparingTo(new ModuleVersion("1.0.1"));
    assertThat(one).hasToString("1.0");
  }

  @Test
  void newer_version_is_newer_than_the_older_one_and_not_than_itself() {
    ModuleVersion older = new ModuleVersion("1.9");
    ModuleVersion newer = new ModuleVersion("1.10");

    assertThat(newer.isNewerThan(older)).isTrue();
    assertThat(older.isNewerThan(newer)).isFalse();
    assertThat(older.isNewerThan(new ModuleVersion("1.9.0"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blank_text_is_no_version(String text) {
    assertThatThrownBy(() -> new ModuleVersion(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tried to read a module version; it is blank. Give it a value, such as 1.0");
  }

  static Stream<String> long_texts() {
    return Stream.of("1", "x", ".", "-", "0.", "1.", "1-", "0-", "a1", "1a", "x-", "x.", "٣", "--1")
        .map(unit -> unit.repeat(LONG / unit.length()));
  }

  @ParameterizedTest
  @MethodSource("long_texts")
  void very_long_versions_compare_at_once(String text) {
    CpuTime.assertAtMost(
        Duration.ofSeconds(2),
        () -> {
          assertThat(compare(text, text + "1")).isEqualTo(-compare(text + "1", text));
          assertThat(compare("1" + text, "1" + text + ".sp2")).isNegative();
          assertThat(compare(text + "-rc", text + "-rc2")).isNegative();
        });
  }

  private static int compare(String left, String right) {
    return new ModuleVersion(left).compareTo(new ModuleVersion(right));
  }

  private static int maven(String left, String right) {
    return new ComparableVersion(left).compareTo(new ComparableVersion(right));
  }
}
