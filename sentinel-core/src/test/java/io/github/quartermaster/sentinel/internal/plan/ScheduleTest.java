package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Duration START = Duration.ZERO;

  @Test
  void everything_is_due_at_once_and_then_each_check_at_its_own_interval() {
    Schedule schedule = new Schedule(Map.of("disk", seconds(60), "web", seconds(10)), () -> 0.5);

    assertThat(schedule.due(START)).containsExactlyInAnyOrder("disk", "web");
    schedule.asked("disk", START);
    schedule.asked("web", START);

    assertThat(schedule.due(seconds(9))).isEmpty();
    assertThat(schedule.next()).isEqualTo(seconds(10));
    assertThat(schedule.due(seconds(10))).containsExactly("web");
    schedule.asked("web", seconds(10));
    assertThat(schedule.due(seconds(60))).containsExactlyInAnyOrder("disk", "web");
  }

  @Test
  void a_check_that_somebody_else_asked_need_not_be_asked_again_at_once() {
    Schedule schedule = new Schedule(Map.of("web", seconds(10)), () -> 0.5);
    schedule.asked("web", START);
    schedule.asked("web", seconds(8));

    assertThat(schedule.due(seconds(17))).isEmpty();
  }

  @Test
  void after_a_jump_of_the_clock_everything_is_due() {
    Schedule schedule = new Schedule(Map.of("web", seconds(10)), () -> 0.5);
    schedule.asked("web", START);

    schedule.allAt(seconds(1));

    assertThat(schedule.due(seconds(1))).containsExactly("web");
  }

  @Test
  void a_check_that_it_does_not_know_is_nobody_s_matter() {
    Schedule schedule = new Schedule(Map.of("web", seconds(10)), () -> 0.5);

    schedule.asked("other", START);

    assertThat(schedule.due(START)).containsExactly("web");
  }

  @Property
  void no_check_is_ever_more_than_a_tenth_off_its_interval(
      @ForAll @IntRange(min = 1, max = 86_400) int interval, @ForAll long seed) {
    Schedule schedule =
        new Schedule(Map.of("web", seconds(interval)), new Random(seed)::nextDouble);
    Duration now = START;
    for (int i = 0; i < 20; i++) {
      schedule.asked("web", now);
      double factor = (double) schedule.next().minus(now).toNanos() / seconds(interval).toNanos();
      assertThat(factor).isBetween(0.9, 1.1);
      now = schedule.next();
    }
  }

  @Property(tries = 50)
  void checks_that_begin_together_do_not_stay_together(@ForAll long seed) {
    Map<String, Duration> intervals = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      intervals.put("check-" + i, seconds(30));
    }
    Schedule schedule = new Schedule(intervals, new Random(seed)::nextDouble);
    List<Integer> together = new ArrayList<>();
    Duration now = START;
    for (int round = 0; round < 400; round++) {
      List<String> due = schedule.due(now);
      together.add(due.size());
      Duration at = now;
      due.forEach(check -> schedule.asked(check, at));
      now = schedule.next();
    }

    assertThat(together.subList(200, 400)).allMatch(size -> size <= 2);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
