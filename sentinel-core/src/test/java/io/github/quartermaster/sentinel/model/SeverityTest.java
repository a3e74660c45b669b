package io.github.quartermaster.sentinel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "158, 0.25", "316, 0.5", "3162, 0.833", "10000, 1"})
  void grows_with_the_score_and_saturates(int score, double severity) {
    assertThat(Severity.of(new Score(score)).value()).isEqualTo(severity, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.0015", "5, 0.25", "50, 0.980", "1e300, 1", "Infinity, 1"})
  void grows_with_the_deviation_and_saturates(double deviation, double severity) {
    assertThat(Severity.ofDeviation(deviation).value()).isEqualTo(severity, within(0.001));
  }

  @Property
  void a_score_comes_back_from_its_severity(@ForAll @IntRange(min = 0, max = 10_000) int score) {
    assertThat(Severity.of(new Score(score)).toScore().value()).isCloseTo(score, within(1));
  }

  @Property
  void a_larger_deviation_is_never_less_severe(
      @ForAll @DoubleRange(min = 0, max = 1e6) double one,
      @ForAll @DoubleRange(min = 0, max = 1e6) double other) {
    assertThat(Severity.ofDeviation(Math.min(one, other)))
        .isLessThanOrEqualTo(Severity.ofDeviation(Math.max(one, other)));
  }
}
