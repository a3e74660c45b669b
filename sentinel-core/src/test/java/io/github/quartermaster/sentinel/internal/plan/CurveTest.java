package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
  @ParameterizedTest
  @CsvSource({
    "40, 0",
    "60, 114",
    "67, 245",
    "70, 316",
    "80, 794",
    "90, 1995",
    "95, 3162",
    "97, 3802",
    "100, 5012",
    "200, 10000"
  })
  void a_disk_with_70_and_95_scores_as_documented(double used, int score) {
    assertThat(score(used, "~:70", "~:95")).isEqualTo(score);
    assertThat(score(used, "70", "95")).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 13", "0.6, 369", "5, 10000"})
  void a_slow_answer_scores_as_documented(double seconds, int score) {
    assertThat(score(seconds, "0.5", "2")).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"33, 245", "30, 316", "5, 3162", "56, 0", "100, 0"})
  void less_free_memory_is_worse(double free, int score) {
    assertThat(score(free, "30:", "5:")).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"15, 0", "20, 316", "25, 3162", "10, 316", "5, 3162"})
  void a_range_with_two_sides_is_bad_on_both(double value, int score) {
    assertThat(score(value, "10:20", "5:25")).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"@10:20, , 15, 316", "@10:20, @12:18, 15, 3162", "@10:20, @12:18, 9, 0"})
  void a_range_that_alerts_inside_has_no_slope(
      String warning, @Nullable String critical, double value, int score) {
    assertThat(score(value, warning, critical)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 0", "-1, 3162"})
  void nagios_plain_number_also_means_not_negative(double value, int score) {
    assertThat(score(value, "10", "20")).isEqualTo(score);
  }

  @Test
  void zero_is_within_zero_to_ten_also_without_anything_critical() {
    assertThat(score(0, "0:10", null)).isZero();
    assertThat(score(0, "0:0", "0:5")).isZero();
  }

  @Test
  void only_a_critical_threshold_is_a_step() {
    assertThat(score(95, null, "95")).isZero();
    assertThat(score(95.1, null, "95")).isEqualTo(3162);
  }

  @Test
  void thresholds_at_the_same_place_are_a_step_to_critical() {
    assertThat(score(1, "~:1", "~:1")).isZero();
    assertThat(score(1.1, "~:1", "~:1")).isEqualTo(3162);
  }

  @Test
  void a_value_without_thresholds_says_nothing() {
    assertThat(score(1e9, null, null)).isZero();
  }

  @Test
  void negative_thresholds_have_their_foot_below_them() {
    assertThat(score(-11, "~:-10", "~:-5")).isBetween(1, 315);
    assertThat(score(-10, "~:-10", "~:-5")).isEqualTo(316);
  }

  @Property
  void worse_never_scores_less(
      @ForAll @DoubleRange(min = -1000, max = 1000) double one,
      @ForAll @DoubleRange(min = -1000, max = 1000) double other,
      @ForAll @DoubleRange(min = -100, max = 100) double warning,
      @ForAll @DoubleRange(min = 0, max = 100) double gap) {
    Range warn = Range.atMost(warning);
    Range crit = Range.atMost(warning + gap);
    int less = Curve.score(metric(Math.min(one, other), warn, crit)).value();
    int more = Curve.score(metric(Math.max(one, other), warn, crit)).value();
    assertThat(less).isLessThanOrEqualTo(more);
  }

  @Property
  void the_score_has_the_state_that_the_thresholds_say(
      @ForAll @DoubleRange(min = -1000, max = 1000) double value,
      @ForAll @DoubleRange(min = -100, max = 100) double warning,
      @ForAll @DoubleRange(min = 0.1, max = 100) double gap) {
    Range warn = Range.atMost(warning);
    Range crit = Range.atMost(warning + gap);
    int score = Curve.score(metric(value, warn, crit)).value();
    if (crit.alertsOn(value)) {
      assertThat(score).isGreaterThanOrEqualTo(3162);
    } else if (warn.alertsOn(value)) {
      assertThat(score).isBetween(316, 3162);
    } else {
      assertThat(score).isLessThanOrEqualTo(316);
    }
  }

  private static int score(double value, @Nullable String warning, @Nullable String critical) {
    return Curve.score(metric(value, range(warning), range(critical))).value();
  }

  private static Metric metric(double value, @Nullable Range warning, @Nullable Range critical) {
    return Metric.of("x", value, "").thresholds(warning, critical);
  }

  private static @Nullable Range range(@Nullable String text) {
    return text == null ? null : Range.parse(text).orElseThrow();
  }
}
