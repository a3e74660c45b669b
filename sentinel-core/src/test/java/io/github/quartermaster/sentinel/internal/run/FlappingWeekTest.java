package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Remedies;
import io.github.quartermaster.sentinel.model.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that breaks again and again, looked at once a minute for a week. */
class FlappingWeekTest {
  private static final int ROUNDS = 7 * 24 * 60;

  @TempDir Path folder;

  private Host host;
  private Duration breaks = Duration.ZERO;

  @BeforeEach
  void prepare() {
    host = new Host(folder.resolve("state"));
    host.healing = Remedies.healing(List.of(remedy()), List.of(Healing.DEFAULT_LIMIT), 2, null);
  }

  private static Remedy remedy() {
    return Remedies.limited(
        Remedies.cooling(Remedies.of("disk", "restart", "page"), Duration.ofMinutes(1)),
        Remedies.limit(2, 1),
        Remedies.limit(5, 24));
  }

  @Test
  void restarts_that_help_for_some_minutes_stay_within_the_limits() {
    host.restart.doing(
        () -> {
          host.healthy();
          breaks = host.time.really().plus(Duration.ofMinutes(4));
          return new ActionOutcome.Done("restarted");
        });

    week();

    // five on each day, as the daily limit says; nobody is told, since each of them helped
    assertThat(host.restart.runs()).hasSize(7 * 5);
    assertThat(host.page.runs()).isEmpty();
    assertThat(host.audit().size()).isBetween(7 * 24, 7 * 60);
  }

  @Test
  void restarts_that_do_not_help_are_given_up_and_tried_again_a_few_times_a_day() {
    week();

    // one, then somebody is told; both again when the time of a breaker is over, which is 6 hours
    assertThat(host.restart.runs()).hasSize(7 * 4);
    assertThat(host.page.runs()).hasSize(7 * 4);
  }

  private void week() {
    for (int round = 0; round < ROUNDS; round++) {
      if (host.time.really().compareTo(breaks) >= 0) {
        host.full();
      }
      host.round();
      host.time.goOn(Duration.ofMinutes(1));
      if (round % 1000 == 999) {
        host.restartProgram();
      }
    }
  }
}
