package io.github.quartermaster.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void the_median_is_the_middle_one_of_an_odd_number_of_runs() {
    assertThat(of(30, 10, 20).median()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void the_median_lies_between_the_middle_two_of_an_even_number_of_runs() {
    assertThat(of(40, 10, 20, 30).median()).isEqualTo(Duration.ofMillis(25));
  }

  @Test
  void the_extremes_are_those_of_all_runs() {
    assertThat(of(30, 10, 20).fastest()).isEqualTo(Duration.ofMillis(10));
    assertThat(of(30, 10, 20).slowest()).isEqualTo(Duration.ofMillis(30));
  }

  private static Measurement of(long... millis) {
    List<Duration> times =
        Stream.of(millis)
            .flatMap(m -> java.util.Arrays.stream(m).boxed())
            .map(Duration::ofMillis)
            .toList();
    return new Measurement("any", times, Duration.ZERO, 0);
  }
}
