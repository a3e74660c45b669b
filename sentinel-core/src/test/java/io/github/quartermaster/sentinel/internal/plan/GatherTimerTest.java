package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GatherTimerTest {
  private final GatherTimer timer = new GatherTimer();

  @Test
  void nothing_is_looked_at_without_a_reason() {
    assertThat(timer.next()).isEmpty();
    assertThat(timer.isDue(millis(100_000))).isFalse();
  }

  @Test
  void further_reasons_are_waited_for_two_seconds_and_no_longer() {
    timer.trigger(millis(0));
    timer.trigger(millis(1900));

    assertThat(timer.isDue(millis(1999))).isFalse();
    assertThat(timer.isDue(millis(2000))).isTrue();
  }

  @Test
  void there_are_five_seconds_between_two_looks() {
    timer.trigger(millis(0));
    timer.began();
    timer.ended(millis(3000));
    timer.trigger(millis(3000));

    assertThat(timer.isDue(millis(7999))).isFalse();
    assertThat(timer.isDue(millis(8000))).isTrue();
  }

  @Test
  void a_reason_that_comes_during_a_look_leads_to_another_one() {
    timer.trigger(millis(0));
    timer.began();
    timer.trigger(millis(2500));

    assertThat(timer.next()).isEmpty();
    timer.ended(millis(3000));
    assertThat(timer.next()).contains(millis(8000));
  }

  @Test
  void a_look_that_is_planned_for_later_can_be_wanted_earlier() {
    timer.at(millis(27_000));
    timer.trigger(millis(10_000));

    assertThat(timer.next()).contains(millis(12_000));
  }

  @Test
  void where_nothing_is_wrong_any_more_nothing_is_looked_at() {
    timer.at(millis(27_000));
    timer.cancel();

    assertThat(timer.next()).isEmpty();
  }

  @Property
  void whatever_happens_looks_never_overlap_nor_follow_at_once(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3000) Integer> steps) {
    GatherTimer any = new GatherTimer();
    Duration now = Duration.ZERO;
    Duration ended = null;
    boolean running = false;
    for (int step : steps) {
      now = now.plusMillis(step);
      if (step % 3 == 0) {
        any.trigger(now);
      }
      if (running && step % 2 == 0) {
        any.ended(now);
        ended = now;
        running = false;
      } else if (any.isDue(now)) {
        assertThat(running).isFalse();
        if (ended != null) {
          assertThat(now.minus(ended)).isGreaterThanOrEqualTo(GatherTimer.PAUSE);
        }
        any.began();
        running = true;
      }
    }
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
