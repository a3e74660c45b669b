package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LeadingTest {
  @Test
  void causes_without_a_part_of_the_blame_are_left_out() {
    List<Cause> causes = causes(0.9, 0.096, 0.004, 0);

    assertThat(Leading.of(causes, 10)).isEqualTo(causes.subList(0, 2));
  }

  @Test
  void first_cause_is_always_shown() {
    List<Cause> causes = causes(0.004, 0.004);

    assertThat(Leading.of(causes, 10)).isEqualTo(causes.subList(0, 1));
    assertThat(Leading.of(List.of(), 10)).isEmpty();
  }

  @Test
  void no_more_are_shown_than_fit() {
    assertThat(Leading.of(causes(0.3, 0.3, 0.3), 2)).hasSize(2);
  }

  private static List<Cause> causes(double... shares) {
    return DoubleStream.of(shares)
        .mapToObj(
            share ->
                new Cause(
                    Results.id("a"),
                    List.of(),
                    share,
                    0.5,
                    1,
                    List.of(),
                    null,
                    Status.CRITICAL,
                    Score.DOWN,
                    "",
                    List.of(),
                    true))
        .toList();
  }
}
