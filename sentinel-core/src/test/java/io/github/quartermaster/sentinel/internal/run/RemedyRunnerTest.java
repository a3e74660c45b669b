package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Remedies;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemedyRunnerTest {
  @TempDir Path folder;

  private Host host;

  @BeforeEach
  void prepare() {
    host = new Host(folder.resolve("state"));
  }

  @Test
  void full_disk_is_freed_and_what_depends_on_it_recovers() throws IOException {
    host.full();
    host.clean.doing(
        () -> {
          host.healthy();
          return new ActionOutcome.Done("removed 12 files");
        });

    HealRound round = host.confirmedRound();

    assertThat(round.attempts())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.outcome()).contains(Outcome.FIXED);
              assertThat(attempt.message())
                  .isEqualTo("removed 12 files; disk is healthy, and so is all that depends on it");
            });
    assertThat(host.remembered()).isEqualTo(round.attempts());
    assertThat(round.problems()).isEmpty();
  }

  @Test
  void third_time_within_the_hour_nothing_is_done_and_the_reason_is_told() {
    host.healing =
        Remedies.acting(
            Remedies.limited(
                Remedies.cooling(Remedies.of("disk", "clean"), Duration.ofSeconds(10)),
                Remedies.limit(2, 1)));
    host.clean.doing(
        () -> {
          host.healthy();
          return new ActionOutcome.Done("removed 12 files");
        });
    for (int time = 0; time < 2; time++) {
      host.full();
      host.confirmedRound();
      host.time.goOn(Duration.ofMinutes(5));
      host.round();
    }

    host.full();
    HealRound third = host.confirmedRound();

    assertThat(host.clean.runs()).hasSize(2);
    assertThat(third.attempts()).isEmpty();
    assertThat(Host.firstRefusal(third)).contains(GuardRail.LIMIT);
    assertThat(host.audit().get(host.audit().size() - 1))
        .contains("\"event\":\"nothing done\"", "\"guardRail\":\"limit\"", "2 of 2 attempts");
  }

  @Test
  void symptom_is_left_alone() {
    host.healing = Remedies.acting(Remedies.of("shop", "restart"));
    host.full();

    host.confirmedRound();

    assertThat(host.restart.runs()).isEmpty();
  }

  @Test
  void effect_may_take_its_time() {
    host.full();
    int[] sleeps = {0};
    host.time.whileAsleep(
        () -> {
          sleeps[0]++;
          if (sleeps[0] == 3) {
            host.score("disk", 0);
          } else if (sleeps[0] == 6) {
            host.score("shop", 0);
          }
        });

    HealRound round = host.confirmedRound();

    assertThat(outcome(round)).isEqualTo(Outcome.FIXED);
    // settles, looks every 2 s, and two good looks have to agree
    assertThat(sleeps[0]).isEqualTo(7);
  }

  @Test
  void without_effect_in_time_the_next_step_follows_after_the_cool_down() {
    host.full();

    assertThat(outcome(host.confirmedRound())).isEqualTo(Outcome.NO_EFFECT);
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.COOL_DOWN);
    host.time.goOn(Duration.ofMinutes(10));
    assertThat(outcome(host.round())).isEqualTo(Outcome.NO_EFFECT);
    assertThat(host.restart.runs()).hasSize(1);
    HealRound told = host.round();
    assertThat(outcome(told)).isEqualTo(Outcome.TOLD);
    assertThat(host.page.runs().get(0).facts())
        .containsEntry("SENTINEL_COMPONENT", "disk")
        .containsEntry("SENTINEL_HOST", "host.example")
        .containsEntry("SENTINEL_STATUS", "CRITICAL")
        .containsEntry("SENTINEL_SCORE", "5012")
        .hasEntrySatisfying(
            "SENTINEL_REASON", why -> assertThat(why).endsWith("before, restart had no effect"));
    host.time.goOn(Remedies.COOL_DOWN);
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.EXHAUSTED);
  }

  @Test
  void what_makes_things_worse_is_not_tried_again_and_somebody_is_told() {
    host.score("disk", 5012);
    host.clean.doing(
        () -> {
          host.score("shop", 10_000);
          return new ActionOutcome.Done("removed the shop");
        });

    assertThat(outcome(host.confirmedRound())).isEqualTo(Outcome.WORSE);
    host.time.goOn(Duration.ofHours(5));
    assertThat(outcome(host.confirmedRound())).isEqualTo(Outcome.TOLD);
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.COOL_DOWN);
    host.time.goOn(Remedies.COOL_DOWN);
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.EXHAUSTED);
    assertThat(host.clean.runs()).hasSize(1);
    assertThat(host.restart.runs()).isEmpty();
  }

  @Test
  void being_down_for_a_moment_after_a_restart_is_not_worse() {
    host.score("disk", 5012);
    host.clean.doing(
        () -> {
          host.score("shop", 10_000);
          return new ActionOutcome.Done("restarted");
        });
    int[] sleeps = {0};
    host.time.whileAsleep(
        () -> {
          sleeps[0]++;
          if (sleeps[0] == 5) {
            host.healthy();
          }
        });

    assertThat(outcome(host.confirmedRound())).isEqualTo(Outcome.FIXED);
  }

  @Test
  void action_that_fails_is_a_failed_attempt() {
    host.full();
    host.clean.doing(
        () -> {
          throw new IOException("permission denied");
        });

    HealRound round = host.confirmedRound();

    assertThat(outcome(round)).isEqualTo(Outcome.FAILED);
    assertThat(round.attempts().get(0).message()).startsWith("permission denied; disk is still");
  }

  @Test
  void action_that_fails_half_way_and_breaks_something_made_it_worse() {
    host.score("disk", 5012);
    host.clean.doing(
        () -> {
          host.score("shop", 10_000);
          return new ActionOutcome.Failed("stopped it, but could not start it");
        });

    assertThat(outcome(host.confirmedRound())).isEqualTo(Outcome.WORSE);
  }

  @Test
  void action_that_objects_is_not_run() {
    host.full();
    host.clean.previewing(new ActionPreview("would remove nothing", "the root is a mount point"));

    HealRound round = host.confirmedRound();

    assertThat(Host.firstRefusal(round)).contains(GuardRail.PRECONDITION);
    assertThat(round.decisions().get(0).reason()).isEqualTo("the root is a mount point");
    assertThat(host.clean.runs()).isEmpty();
    assertThat(round.attempts()).isEmpty();
  }

  @Test
  void what_got_well_by_itself_is_left_alone() {
    host.full();
    host.round();
    host.time.goOn(Duration.ofSeconds(30));
    RemedyRunner runner = host.runner();
    // the look just before acting finds it well
    HealRound round = roundOf(runner, host);

    assertThat(Host.firstRefusal(round)).contains(GuardRail.PRECONDITION);
    assertThat(round.decisions().get(0).reason()).isEqualTo("disk is not sick any more");
    assertThat(host.clean.runs()).isEmpty();
  }

  private static HealRound roundOf(RemedyRunner runner, Host host) {
    Host stale = new Host(host.state);
    stale.full();
    host.healthy();
    return stale.roundBy(runner);
  }

  @Test
  void dry_run_says_what_would_be_done_and_does_and_writes_nothing() {
    host.healing = host.healing.in(Mode.DRY_RUN);
    host.full();

    HealRound round = host.confirmedRound();

    assertThat(round.decisions().get(0).guardRail()).contains(GuardRail.MODE);
    assertThat(round.decisions().get(0).preview()).isEqualTo("would do it");
    assertThat(host.clean.runs()).isEmpty();
    assertThat(host.state).doesNotExist();
    assertThat(host.disk.writes()).isZero();
  }

  @Test
  void dry_run_is_logged_where_there_is_a_place_for_it() throws IOException {
    Files.createDirectories(host.state);
    host.healing = host.healing.in(Mode.DRY_RUN);
    host.full();
    host.confirmedRound();

    assertThat(host.audit()).hasSize(2);
    assertThat(host.audit().get(1)).contains("\"guardRail\":\"mode\"", "\"mode\":\"dry-run\"");
  }

  @Test
  void kill_switch_stops_even_if_it_cannot_be_seen_what_it_is() throws IOException {
    Path stop = folder.resolve("STOP");
    host.healing =
        Remedies.healing(host.healing.remedies(), List.of(Healing.DEFAULT_LIMIT), 1, stop);
    Files.createSymbolicLink(stop, folder.resolve("nowhere"));
    host.full();

    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.KILL_SWITCH);
    Files.delete(stop);
    assertThat(outcome(host.round())).isEqualTo(Outcome.NO_EFFECT);
  }

  @Test
  void cause_has_to_be_the_first_in_rounds_one_after_the_other() {
    host.full();
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.CONFIRMATION);
    host.healthy();
    host.round();
    host.full();

    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.CONFIRMATION);
    host.restartProgram();
    assertThat(Host.firstRefusal(host.round()))
        .as("nobody vouches for what another program saw")
        .contains(GuardRail.CONFIRMATION);
  }

  @Test
  void history_that_cannot_be_read_stops_everything_and_is_kept() {
    Path state = host.state.resolve(AttemptStore.NAME);
    host.disk.put(state, "{\"schema\": \"quartermaster.sentinel.sta");
    host.full();

    HealRound round = host.confirmedRound();

    assertThat(Host.firstRefusal(round)).contains(GuardRail.MEMORY);
    assertThat(round.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.STATE_UNREADABLE);
    assertThat(round.problems().get(0).message()).contains(state + " cannot be read: ");
    assertThat(host.clean.runs()).isEmpty();
    assertThat(host.disk.text(state)).isEqualTo("{\"schema\": \"quartermaster.sentinel.sta");
    assertThatThrownBy(() -> host.runner().reset(Host.DISK))
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining("move the file away");
  }

  @Test
  void unreadable_history_is_told_though_nothing_is_wrong() {
    host.disk.put(host.state.resolve(AttemptStore.NAME), "?");

    assertThat(host.round().problems()).hasSize(1);
  }

  @Test
  void what_cannot_be_written_down_is_not_done() {
    host.full();
    host.round();
    host.disk.failAfter(0);

    HealRound round = host.round();

    assertThat(Host.firstRefusal(round)).contains(GuardRail.MEMORY);
    assertThat(round.problems()).extracting(Problem::code).contains(ProblemCode.STATE_UNWRITABLE);
    assertThat(host.clean.runs()).isEmpty();
  }

  @Test
  void full_disk_with_the_state_on_it_can_be_freed_all_the_same() {
    host.full();
    host.round();
    assertThat(host.disk.size(host.state.resolve(Reserve.NAME))).isPositive();
    host.disk.leave(0);
    host.clean.doing(
        () -> {
          host.disk.mend();
          host.healthy();
          return new ActionOutcome.Done("removed 12 files");
        });

    HealRound round = host.round();

    assertThat(outcome(round)).isEqualTo(Outcome.FIXED);
    assertThat(round.problems()).isEmpty();
    assertThat(host.disk.size(host.state.resolve(Reserve.NAME))).isPositive();
  }

  @Test
  void only_one_process_acts() throws IOException {
    host.full();
    host.round();
    try (HostLock other = HostLock.tryAcquire(host.state).orElseThrow()) {
      assertThat(other).isNotNull();
      HealRound round = host.round();
      assertThat(Host.firstRefusal(round)).contains(GuardRail.IN_FLIGHT);
      assertThat(round.decisions().get(0).reason()).contains("another process");
      assertThatThrownBy(() -> host.runner().reset(Host.DISK))
          .isInstanceOf(SentinelException.class)
          .hasMessageStartingWith("STATE_BUSY: tried to reset disk; another process");
    }
    assertThat(outcome(host.round())).isEqualTo(Outcome.NO_EFFECT);
  }

  @Test
  void resetting_by_hand_lets_it_begin_anew() {
    host.full();
    host.confirmedRound();
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.COOL_DOWN);
    host.time.goOn(Duration.ofSeconds(1));

    assertThat(host.runner().reset(Host.DISK)).isTrue();

    assertThat(outcome(host.round())).isEqualTo(Outcome.NO_EFFECT);
    assertThat(host.clean.runs()).hasSize(2);
    assertThat(host.audit()).anyMatch(line -> line.contains("\"event\":\"reset\""));
  }

  @Test
  void resetting_what_was_never_tried_says_so() {
    assertThat(host.runner().reset(Host.DISK)).isFalse();
  }

  @Test
  void interrupted_attempt_ends_unseen_and_is_remembered() throws IOException {
    host.full();
    host.round();
    Thread tested = Thread.currentThread();
    host.clean.doing(
        () -> {
          tested.interrupt();
          return new ActionOutcome.Done("did it");
        });

    HealRound round = host.round();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome(round)).isEqualTo(Outcome.UNKNOWN);
    assertThat(host.remembered()).extracting(Attempt::outcome).doesNotContain(Optional.empty());
  }

  @Test
  void action_that_never_comes_back_is_given_up_and_nothing_else_is_begun() {
    CountDownLatch end = new CountDownLatch(1);
    host.healing = Remedies.acting(timedOut());
    host.full();
    host.clean.doing(
        () -> {
          awaitDeaf(end);
          return new ActionOutcome.Done("at last");
        });

    HealRound round = host.confirmedRound();
    assertThat(outcome(round)).isEqualTo(Outcome.FAILED);
    assertThat(round.attempts().get(0).message()).startsWith("it did not end within 0 s");
    host.time.goOn(Duration.ofHours(1));
    assertThat(Host.firstRefusal(host.round())).contains(GuardRail.IN_FLIGHT);
    end.countDown();
  }

  private static Remedy timedOut() {
    Remedy usual = Remedies.of("disk", "clean");
    return new Remedy(
        usual.name(),
        usual.cause(),
        usual.from(),
        List.of(
            new RemedyStep(
                "clean", Settings.NONE, Duration.ofMillis(50), Duration.ZERO, Duration.ZERO)),
        usual.coolDown(),
        List.of(),
        true);
  }

  private static void awaitDeaf(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    assertThat(interrupted).isTrue();
  }

  @Test
  void unknown_type_of_action_is_refused_at_once() {
    host.healing = Remedies.acting(Remedies.of("disk", "explode"));

    assertThatThrownBy(host::runner)
        .isInstanceOf(SentinelException.class)
        .hasMessageStartingWith(
            "CONFIG_INVALID: tried to make the action explode of the remedy heal disk; there is no"
                + " such type of action");
  }

  @Test
  void rounds_that_decide_the_same_are_told_once_an_hour() {
    host.healing = Remedies.acting(Remedies.of("shop", "restart"));
    host.full();
    for (int round = 0; round < 24 * 120; round++) {
      host.round();
      host.time.goOn(Duration.ofSeconds(30));
    }

    // two decisions each: the cause without a remedy, and the symptom that is left alone
    assertThat(host.audit()).hasSize(2 * 24);
    assertThat(host.audit().get(2)).contains("\"rounds\":120");
  }

  @Test
  void log_that_a_crash_cut_short_goes_on_in_a_line_of_its_own() {
    host.disk.put(host.state.resolve(AuditLog.NAME), "{\"at\":\"2026-");
    host.full();
    host.round();

    assertThat(host.audit()).hasSize(2);
    assertThat(host.audit().get(1)).startsWith("{\"at\":\"2026-11-25T10:00:00Z\",\"event\":");
  }

  @Test
  void log_that_is_full_is_put_aside() {
    Path log = host.state.resolve(AuditLog.NAME);
    for (int file = 0; file < 7; file++) {
      host.disk.put(log, ("old " + file + "\n").repeat(2_000_000));
      host.full();
      host.round();
      host.healthy();
      host.round();
    }

    assertThat(host.audit()).hasSize(2);
    for (int number = 1; number <= 5; number++) {
      assertThat(host.disk.text(log.resolveSibling("audit.jsonl." + number)))
          .startsWith("old " + (7 - number));
    }
    assertThat(host.disk.size(log.resolveSibling("audit.jsonl.6"))).isZero();
  }

  @Test
  void without_remedies_there_is_nothing_to_decide() {
    host.healing = Remedies.acting();
    host.full();

    assertThat(host.round()).isEqualTo(HealRound.NOTHING);
    assertThat(host.state).doesNotExist();
  }

  private static Outcome outcome(HealRound round) {
    assertThat(round.attempts()).as(decisions(round)).hasSize(1);
    return round.attempts().get(0).outcome().orElseThrow();
  }

  private static String decisions(HealRound round) {
    return round.decisions().stream().map(Decision::toString).toList().toString();
  }
}
