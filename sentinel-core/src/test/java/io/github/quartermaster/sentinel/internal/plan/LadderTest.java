package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Recovery;
import io.github.quartermaster.sentinel.model.Remedies;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ladder of clean, restart, page. */
class LadderTest {
  private final Case it = new Case();

  @Test
  void begins_at_the_first_step() {
    assertThat(it.decision().step()).isZero();
  }

  @Test
  void goes_on_after_an_attempt_without_effect() {
    it.tried("clean", 0, Outcome.NO_EFFECT, 60);

    assertThat(it.decision().action()).isEqualTo("restart");
    assertThat(it.decision().acts()).isTrue();
    assertThat(it.decision().reason()).endsWith("; before, clean had no effect");
  }

  @ParameterizedTest
  @EnumSource(names = {"FIXED", "FAILED", "UNKNOWN"})
  void stays_where_nobody_saw_that_it_had_no_effect(Outcome outcome) {
    it.tried("clean", 0, outcome, 60);

    assertThat(it.decision().action()).isEqualTo("clean");
    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void never_acts_after_things_got_worse_but_tells() {
    it.tried("clean", 0, Outcome.WORSE, 1);

    assertThat(it.decision().action()).isEqualTo("page");
    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void tells_at_once_when_the_last_resort_had_no_effect() {
    it.tried("clean", 0, Outcome.NO_EFFECT, 60).tried("restart", 1, Outcome.NO_EFFECT, 0);

    assertThat(it.decision().action()).isEqualTo("page");
    assertThat(it.decision().acts()).as("telling does not wait for the cool-down").isTrue();
  }

  @Test
  void tells_when_the_breaker_opens_though_steps_are_left() {
    it.tried("clean", 0, Outcome.FAILED, 200)
        .tried("clean", 0, Outcome.FAILED, 100)
        .tried("clean", 0, Outcome.FAILED, 1);

    assertThat(it.decision().action()).isEqualTo("page");
    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void tells_once_and_then_leaves_it_to_people() {
    it.tried("clean", 0, Outcome.NO_EFFECT, 60)
        .tried("restart", 1, Outcome.NO_EFFECT, 40)
        .tried("page", 2, Outcome.TOLD, 30);

    assertThat(it.decision().guardRail()).contains(GuardRail.EXHAUSTED);
    assertThat(it.decision().reason()).isEqualTo("all steps of the remedy heal disk were tried");
    assertThat(it.decision().nextAllowedAt())
        .contains(Case.NOW.minus(Duration.ofMinutes(30)).plus(Duration.ofHours(6)));
  }

  @Test
  void begins_anew_though_nothing_got_better_after_the_time_of_a_breaker() {
    it.tried("clean", 0, Outcome.NO_EFFECT, 500)
        .tried("restart", 1, Outcome.NO_EFFECT, 450)
        .tried("page", 2, Outcome.TOLD, 360);

    assertThat(it.decision().action()).isEqualTo("clean");
    assertThat(it.decision().acts()).as(it.toString()).isTrue();
  }

  @Test
  void begins_anew_after_verified_health() {
    it.tried("clean", 0, Outcome.NO_EFFECT, 60).tried("restart", 1, Outcome.FIXED, 40);
    it.history =
        it.history.with(
            new Recovery(Found.id("disk"), Case.NOW.minus(Duration.ofMinutes(5)), null, Case.NOW));

    assertThat(it.decision().action()).isEqualTo("clean");
  }

  @Test
  void attempt_of_a_step_that_was_changed_since_says_nothing_of_the_new_one() {
    it.tried("restart", 0, Outcome.NO_EFFECT, 60).tried("clean", 7, Outcome.NO_EFFECT, 50);

    assertThat(it.decision().step()).isZero();
  }

  @Test
  void telling_that_failed_is_tried_again_later() {
    it.healing = Remedies.acting(Remedies.of("disk", "page"));
    it.tried("page", 0, Outcome.FAILED, 9);
    assertThat(it.decision().guardRail()).contains(GuardRail.COOL_DOWN);

    it.now = Case.NOW.plus(Duration.ofMinutes(1));
    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void tells_where_acting_is_stopped_or_not_allowed() {
    it.healing = Remedies.allowing(Remedies.acting(Remedies.of("disk", "page")), "restart");
    it.stopped = true;
    it.busy = "another process is at it";

    assertThat(it.decision().acts()).as(it.toString()).isTrue();
  }

  @Test
  void tells_nobody_where_it_could_not_remember_that_it_did() {
    it.healing = Remedies.acting(Remedies.of("disk", "page"));
    it.lost = "state.json cannot be read";

    assertThat(it.decision().guardRail()).contains(GuardRail.MEMORY);
  }

  @Test
  void tells_no_more_often_than_limits_allow() {
    it.healing =
        Remedies.acting(Remedies.limited(Remedies.of("disk", "page"), Remedies.limit(1, 24)));
    it.tried("page", 0, Outcome.FAILED, 60);

    assertThat(it.decision().guardRail()).contains(GuardRail.LIMIT);
  }

  @Test
  void tells_nobody_during_maintenance_or_of_what_was_seen_once() {
    it.healing = Remedies.acting(Remedies.of("disk", "page"));
    it.rounds = 1;
    assertThat(it.decision().guardRail()).contains(GuardRail.CONFIRMATION);

    it.healing =
        Remedies.maintained(
            it.healing,
            new MaintenanceWindow(
                Set.of(DayOfWeek.WEDNESDAY),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                ZoneOffset.UTC));
    assertThat(it.decision().guardRail()).contains(GuardRail.MAINTENANCE);
  }
}
