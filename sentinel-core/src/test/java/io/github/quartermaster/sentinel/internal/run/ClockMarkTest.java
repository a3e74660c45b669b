package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.run.Timeline.Uptime;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockMarkTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // an hour later by the kernel; what the clock says then; by how much it was set
    "2026-11-25T13:00:00Z, PT0S",
    "2026-11-25T13:00:00.9Z, PT0S",
    "2026-11-25T13:00:01Z, PT1S",
    "2026-11-27T13:00:00Z, PT48H",
    "2026-11-25T12:00:00Z, PT-1H",
    "1970-01-01T00:00:00Z, PT-498781H"
  })
  void clock_that_was_set_shows_by_the_uptime(Instant later, Duration jump) {
    ClockMark before = mark(NOON, "a", 1);

    assertThat(before.jump(mark(later, "a", 2))).isEqualTo(jump);
  }

  @Test
  void after_another_start_only_a_clock_that_went_back_shows() {
    ClockMark before = mark(NOON, "a", 1);

    assertThat(before.jump(mark(NOON.plusSeconds(7200), "b", 0))).isZero();
    assertThat(before.jump(mark(NOON.minusSeconds(7200), "b", 0))).isEqualTo(Duration.ofHours(-2));
  }

  @Test
  void what_is_remembered_stays_as_long_ago_as_it_is() {
    Memory memory =
        new Memory(History.NONE.and(attempt(NOON.minusSeconds(60))), mark(NOON, "a", 1));
    ClockMark now = mark(NOON.plus(Duration.ofDays(2)), "a", 1);

    Recollection known = Recollection.of(Optional.of(memory), now, true);

    assertThat(known.history().attempts())
        .containsExactly(attempt(NOON.plus(Duration.ofDays(2)).minusSeconds(60)));
    assertThat(known.mark()).isEqualTo(now);
    assertThat(known.isNews()).isTrue();
  }

  @Test
  void attempt_after_the_last_mark_counts_when_the_clock_went_back_over_another_start() {
    Memory memory =
        new Memory(History.NONE.and(attempt(NOON.plusSeconds(7200))), mark(NOON, "a", 1));

    Recollection known =
        Recollection.of(Optional.of(memory), mark(NOON.plusSeconds(3600), "b", 0), true);

    assertThat(known.history().attempts()).containsExactly(attempt(NOON.plusSeconds(3600)));
  }

  @Test
  void machine_says_how_long_it_runs() {
    HostTimeline timeline = new HostTimeline(Clock.systemUTC());
    Uptime first = timeline.uptime();
    Uptime second = timeline.uptime();

    assertThat(second.boot()).isEqualTo(first.boot()).isNotBlank();
    assertThat(second.time()).isGreaterThanOrEqualTo(first.time()).isPositive();
  }

  private static ClockMark mark(Instant wall, String boot, int hours) {
    return new ClockMark(wall, new Uptime(boot, Duration.ofHours(hours)));
  }

  private static Attempt attempt(Instant at) {
    return new Attempt("heal disk", 0, "clean", Host.DISK, at, Outcome.FIXED, "did it");
  }
}
