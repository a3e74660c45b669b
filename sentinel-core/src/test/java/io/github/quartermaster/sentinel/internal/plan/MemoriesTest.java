package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Recovery;
import io.github.quartermaster.sentinel.model.Remedies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ten minutes of health are asked for. */
class MemoriesTest {
  private final Case it = new Case().tried("clean", 0, Outcome.NO_EFFECT, 30);
  private History history = it.history;

  @Test
  void component_that_stays_healthy_long_enough_begins_anew() {
    look(0, healthy());
    look(5, healthy());
    look(9, healthy());
    assertThat(anew()).isEmpty();

    look(10, healthy());
    assertThat(anew()).contains(at(10));
  }

  @Test
  void falling_ill_in_between_starts_the_wait_over() {
    look(0, healthy());
    look(5, Found.own("disk", 5000));
    look(6, healthy());
    look(15, healthy());
    assertThat(anew()).isEmpty();

    look(16, healthy());
    assertThat(anew()).contains(at(16));
  }

  @Test
  void what_is_unknown_or_not_checked_is_no_health() {
    look(0, healthy());
    look(5, Found.unknown("disk"));
    look(10, Found.notChecked("disk"));
    look(15, healthy());

    assertThat(anew()).isEmpty();
  }

  @Test
  void warning_is_no_health() {
    look(0, healthy());
    look(5, Found.own("disk", 400));
    look(10, healthy());

    assertThat(anew()).isEmpty();
  }

  @Test
  void time_in_which_nobody_looked_is_no_verified_health() {
    look(0, healthy());
    look(60, healthy());
    assertThat(anew()).isEmpty();

    look(70, healthy());
    assertThat(anew()).contains(at(70));
  }

  @Test
  void health_from_before_an_attempt_does_not_count() {
    look(0, healthy());
    look(5, healthy());
    it.history = history;
    history = it.tried("clean", 0, Outcome.FIXED, -6).history;
    look(7, healthy());
    look(10, healthy());
    assertThat(anew()).isEmpty();

    look(17, healthy());
    assertThat(anew()).contains(at(17));
  }

  @Test
  void component_that_was_not_looked_at_stays_as_it_is() {
    look(0, healthy());
    History before = history;
    look(5, Found.own("shop", 0));

    assertThat(history).isEqualTo(before);
  }

  @Test
  void after_it_began_anew_nothing_more_is_noted() {
    look(0, healthy());
    look(10, healthy());
    History before = history;
    look(20, healthy());

    assertThat(history).isEqualTo(before);
  }

  @Test
  void setting_back_by_hand_begins_anew_at_once() {
    history = Memories.reset(history, Found.id("disk"), Case.NOW);

    assertThat(anew()).contains(Case.NOW);
  }

  @Test
  void what_no_guard_rail_asks_for_is_forgotten() {
    look(0, healthy());
    assertThat(forget(Duration.ofDays(6)).attempts()).hasSize(1);
    assertThat(forget(Duration.ofDays(8))).isEqualTo(History.NONE);
  }

  @Test
  void as_long_as_a_window_reaches_is_remembered() {
    it.healing = Remedies.limitingTargets(it.healing, new ActionLimit(1, Duration.ofDays(30)));

    assertThat(forget(Duration.ofDays(29)).attempts()).hasSize(1);
  }

  private History forget(Duration later) {
    return Memories.forget(history, it.healing, Case.NOW.plus(later));
  }

  private void look(int minute, ComponentHealth health) {
    history = Memories.look(history, List.of(health), it.healing, at(minute));
  }

  private Optional<Instant> anew() {
    return history.recovery(Found.id("disk")).flatMap(Recovery::anew);
  }

  private static ComponentHealth healthy() {
    return Found.own("disk", 0);
  }

  private static Instant at(int minute) {
    return Case.NOW.plus(Duration.ofMinutes(minute));
  }
}
