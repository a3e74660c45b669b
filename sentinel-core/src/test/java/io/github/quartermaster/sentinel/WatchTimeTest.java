package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WatchTimeTest {
  private Instant wall = Instant.parse("2026-11-25T10:00:00Z");
  private long nanos = Long.MAX_VALUE - 5;
  private final WatchTime time =
      new WatchTime(
          new Clock() {
            @Override
            public Instant instant() {
              return wall;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          },
          () -> nanos);

  @Test
  void time_that_goes_by_is_no_jump() {
    pass(Duration.ofHours(3));

    assertThat(time.elapsed()).isEqualTo(Duration.ofHours(3));
    assertThat(time.jump()).isEmpty();
  }

  @Test
  void a_clock_that_is_set_is_a_jump_once() {
    pass(Duration.ofMinutes(1));
    wall = wall.minusSeconds(3600);

    assertThat(time.jump()).contains(Duration.ofHours(-1));
    pass(Duration.ofMinutes(1));
    assertThat(time.jump()).isEmpty();
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_machine_that_slept_wakes_with_a_jump() {
    wall = wall.plusSeconds(28_800);

    assertThat(time.jump()).contains(Duration.ofHours(8));
  }

  @Test
  void what_time_daemons_correct_by_and_by_is_none() {
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofSeconds(10));
      wall = wall.plusMillis(500);
      assertThat(time.jump()).isEmpty();
    }
  }

  private void pass(Duration duration) {
    wall = wall.plus(duration);
    nanos += duration.toNanos();
  }
}
