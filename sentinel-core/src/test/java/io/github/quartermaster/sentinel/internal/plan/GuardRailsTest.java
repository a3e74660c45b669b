package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Remedies;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardRailsTest {
  private final Case it = new Case();

  @Test
  void acts_where_nothing_speaks_against_it() {
    Decision decision = it.decision();

    assertThat(decision.acts()).as(it.toString()).isTrue();
    assertThat(decision.action()).isEqualTo("clean");
    assertThat(decision.target()).isEqualTo(Found.id("disk"));
    assertThat(decision.reason()).startsWith("disk is the cause with ");
  }

  @Test
  void healthy_host_needs_no_decision() {
    it.components = List.of(Found.scored("shop", 0), Found.own("disk", 0));

    assertThat(it.decisions()).isEmpty();
  }

  @Test
  void observing_does_nothing() {
    assertRefused(it.in(Mode.OBSERVE), GuardRail.MODE, "the mode is observe");
  }

  @Test
  void dry_run_says_what_would_be_done_after_all_other_guard_rails() {
    assertRefused(it.in(Mode.DRY_RUN), GuardRail.MODE, "this would be done now");

    it.stopped = true;
    assertRefused(it, GuardRail.KILL_SWITCH, "");
  }

  @Test
  void cause_without_a_remedy_is_told_and_its_symptom_is_left_alone() {
    it.healing = Remedies.acting(Remedies.of("shop", "restart"));

    assertThat(it.decisions()).noneMatch(Decision::acts);
    assertRefused(it, GuardRail.NO_REMEDY, "there is no remedy for it");
    assertThat(it.decisions().get(1).target()).isEqualTo(Found.id("shop"));
    assertThat(it.decisions().get(1).guardRail()).contains(GuardRail.OTHER_CAUSE);
    assertThat(it.decisions().get(1).reason()).isEqualTo("disk is more probably the cause");
  }

  @Test
  void remedy_waits_for_its_score() {
    it.components = List.of(Found.scored("shop", 1000), Found.own("disk", 2000));

    assertRefused(it, GuardRail.NO_REMEDY, "begins at the score 3162, and the score is 2000");
  }

  @Test
  void first_remedy_that_fits_the_score_is_taken() {
    Remedy early =
        new Remedy(
            "early",
            Found.id("disk"),
            Score.WARNING,
            List.of(Remedies.step("restart")),
            Remedies.COOL_DOWN,
            List.of(),
            true);
    it.healing = Remedies.acting(Remedies.of("disk", "clean"), early);

    assertThat(it.decision().remedy()).isEqualTo("heal disk");
    it.components = List.of(Found.scored("shop", 1000), Found.own("disk", 2000));
    assertThat(it.decision().remedy()).isEqualTo("early");
  }

  @Test
  void lost_memory_stops_everything() {
    it.lost = "state.json cannot be read: it is half";

    assertRefused(it, GuardRail.MEMORY, "state.json cannot be read: it is half");
  }

  @Test
  void kill_switch_stops_remedies() {
    it.healing =
        Remedies.healing(it.healing.remedies(), List.of(), 2, Path.of("/run/sentinel/STOP"));
    it.stopped = true;

    assertRefused(
        it, GuardRail.KILL_SWITCH, "the file /run/sentinel/STOP is there, which stops all");
  }

  @ParameterizedTest
  @CsvSource({
    // 2026-11-25 is a Wednesday; it is 10:00 in UTC and 11:00 in Berlin
    "WEDNESDAY, 10:30, 11:30, Europe/Berlin, 2026-11-25T10:30:00Z",
    "WEDNESDAY, 11:00, 03:00, Europe/Berlin, 2026-11-26T02:00:00Z",
    "TUESDAY,   12:00, 11:30, Europe/Berlin, 2026-11-25T10:30:00Z",
    "WEDNESDAY, 00:00, 00:00, UTC,           2026-11-26T00:00:00Z"
  })
  void nothing_is_done_while_people_work(
      DayOfWeek day, LocalTime from, LocalTime to, String zone, Instant end) {
    it.healing = Remedies.maintained(it.healing, window(day, from, to, zone));

    assertRefused(it, GuardRail.MAINTENANCE, "people work on the machine");
    assertThat(it.decision().nextAllowedAt()).contains(end);
  }

  @ParameterizedTest
  @CsvSource({"WEDNESDAY, 09:00, 10:00", "WEDNESDAY, 10:01, 12:00", "THURSDAY, 09:00, 12:00"})
  void before_and_after_maintenance_it_acts(DayOfWeek day, LocalTime from, LocalTime to) {
    it.healing = Remedies.maintained(it.healing, window(day, from, to, "UTC"));

    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void cause_has_to_be_confirmed() {
    it.rounds = 1;

    assertRefused(it, GuardRail.CONFIRMATION, "disk was the first cause in 1 of 2 rounds");
  }

  @Test
  void uncertain_ranking_is_not_acted_on() {
    it.graph = Found.graph("shop", "disk", "queue");
    it.components =
        List.of(Found.own("shop", 5013), Found.own("disk", 5012), Found.own("queue", 5011));
    it.healing =
        Remedies.acting(
            Remedies.of("disk", "clean"),
            Remedies.of("shop", "clean"),
            Remedies.of("queue", "clean"));

    assertRefused(it, GuardRail.CONFIDENCE, "the confidence of the ranking is low");
  }

  @Test
  void cause_with_a_small_share_is_not_acted_on() {
    Candidate enough = candidate(cause(0.3, true));

    assertThat(CauseRails.share(candidate(cause(0.299, true)), it.situation()))
        .contains(Objection.of("disk has 29 % of the blame, and 30 % are asked for"));
    assertThat(CauseRails.share(enough, it.situation())).isEmpty();
  }

  private static Cause cause(double share, boolean verified) {
    return new Cause(
        Found.id("disk"),
        List.of(),
        share,
        1,
        1,
        List.of(),
        null,
        Status.CRITICAL,
        Score.CRITICAL,
        "full",
        List.of(),
        verified);
  }

  private Candidate candidate(Cause cause) {
    return Candidate.of(cause, it.healing.remedies().get(0), it.situation());
  }

  @Test
  void what_is_unknown_is_never_acted_on() {
    it.components = List.of(Found.scored("shop", 10_000), Found.unknown("disk"));

    Candidate unknown = candidate(cause(0.9, false));

    assertThat(it.decisions()).noneMatch(Decision::acts);
    assertThat(CauseRails.unverified(unknown, it.situation()))
        .contains(Objection.of("the state of disk is unknown"));
    assertThat(CauseRails.unverified(candidate(cause(0.9, true)), it.situation())).isPresent();
  }

  @Test
  void what_only_other_monitors_say_is_not_acted_on() {
    it.components = List.of(Found.scored("shop", 10_000), disk(10, "nagios"));

    assertThat(it.decisions()).noneMatch(Decision::acts);
    assertThat(refusals(it)).contains(GuardRail.UNVERIFIED);
  }

  @Test
  void what_other_monitors_say_too_is_acted_on() {
    it.components = List.of(Found.scored("shop", 10_000), disk(98, "nagios"));

    assertThat(it.decision().acts()).as(it.toString()).isTrue();
  }

  /** A disk that our own check finds so full, and of which somebody else says that it is down. */
  private static ComponentHealth disk(double used, String source) {
    Component disk = Component.of(Found.id("disk"), "disk", "disk", Blame.OWN);
    Sample own =
        new Sample(
            "disk",
            Blame.OWN,
            Reading.of("disk").metric("used", used, "%", 70, 95),
            Instant.EPOCH,
            Duration.ZERO);
    Sample other =
        new Sample(
            source,
            Blame.OWN,
            Reading.of("disk").verdict(new Verdict.Given(Score.DOWN)).message("DISK CRITICAL"),
            Instant.EPOCH,
            Duration.ZERO,
            true);
    return new Scorer(Set.of())
        .judge(new Snapshot("", Instant.EPOCH, Duration.ZERO, List.of(disk), List.of(own, other)))
        .get(0);
  }

  @Test
  void action_that_is_not_allowed_is_not_taken() {
    it.healing = Remedies.allowing(it.healing, "restart", "page");

    assertRefused(
        it, GuardRail.ALLOW_LIST, "clean is not among the actions that are allowed: page, restart");
  }

  @Test
  void what_cannot_be_undone_takes_a_word_of_its_own() {
    it.healing = Remedies.acting(Remedies.onlyReversible(Remedies.of("disk", "clean")));

    assertRefused(it, GuardRail.IRREVERSIBLE, "clean cannot be undone, and the remedy heal disk");

    it.healing = Remedies.acting(Remedies.onlyReversible(Remedies.of("disk", "restart")));
    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void one_thing_is_done_at_a_time() {
    it.busy = "another process is at it";
    assertRefused(it, GuardRail.IN_FLIGHT, "another process is at it");

    it.busy = null;
    it.tried("shop", "restart", 0, null, 1);
    assertRefused(it, GuardRail.IN_FLIGHT, "restart on shop has not ended yet");
  }

  @Test
  void attempt_cools_down() {
    assertRefused(it.tried("clean", 0, Outcome.FIXED, 4), GuardRail.COOL_DOWN, "than 5m ago");
    assertThat(it.decision().nextAllowedAt()).contains(Case.NOW.plus(Duration.ofMinutes(1)));

    assertThat(new Case().tried("clean", 0, Outcome.FIXED, 5).decision().acts()).isTrue();
  }

  @Test
  void each_attempt_without_success_doubles_the_cool_down() {
    it.tried("clean", 0, Outcome.FAILED, 30).tried("clean", 0, Outcome.FAILED, 19);

    assertRefused(it, GuardRail.COOL_DOWN, "than 20m ago");
    assertThat(it.decision().nextAllowedAt()).contains(Case.NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void cool_down_does_not_grow_beyond_the_time_of_a_breaker() {
    Remedy remedy = Remedies.of("disk", "clean");

    assertThat(HistoryRails.coolDown(remedy, it.healing, 50)).isEqualTo(Duration.ofHours(6));
    assertThat(
            HistoryRails.coolDown(
                Remedies.cooling(remedy, Duration.ofDays(1)), it.healing, Long.MAX_VALUE))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void remedy_has_a_limit_of_its_own() {
    it.healing =
        Remedies.acting(Remedies.limited(Remedies.of("disk", "clean"), Remedies.limit(2, 1)));
    it.tried("clean", 0, Outcome.FIXED, 59).tried("clean", 0, Outcome.FIXED, 20);

    assertRefused(
        it, GuardRail.LIMIT, "2 of 2 attempts of the remedy heal disk were in the last 1h");
    assertThat(it.decision().nextAllowedAt()).contains(Case.NOW.plus(Duration.ofMinutes(1)));

    it.now = Case.NOW.plus(Duration.ofMinutes(1));
    assertThat(it.decision().acts()).isTrue();
  }

  @Test
  void several_windows_hold_at_once_and_the_last_to_open_is_told() {
    it.healing =
        Remedies.acting(
            Remedies.limited(
                Remedies.of("disk", "clean"), Remedies.limit(1, 1), Remedies.limit(2, 24)));
    it.tried("clean", 0, Outcome.FIXED, 23 * 60).tried("clean", 0, Outcome.FIXED, 20);

    assertThat(it.decision().nextAllowedAt()).contains(Case.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void component_has_a_limit_whatever_the_remedy() {
    it.healing = Remedies.limitingTargets(it.healing, Remedies.limit(1, 1));
    it.tried("restart", 1, Outcome.FIXED, 30);

    assertRefused(it, GuardRail.LIMIT, "1 of 1 attempts on disk were in the last 1h");
  }

  @Test
  void all_remedies_together_have_a_limit() {
    for (int i = 0; i < 6; i++) {
      it.tried("service " + i, "restart", 0, Outcome.FIXED, 30);
    }

    assertRefused(it, GuardRail.LIMIT, "6 of 6 attempts of all remedies were in the last 1h");
  }

  @Test
  void renaming_a_remedy_does_not_clear_its_limit() {
    Remedy renamed =
        new Remedy(
            "another name",
            Found.id("disk"),
            Score.CRITICAL,
            List.of(Remedies.step("clean")),
            Remedies.COOL_DOWN,
            List.of(Remedies.limit(1, 1)),
            true);
    it.healing = Remedies.acting(renamed);
    it.tried("clean", 0, Outcome.FIXED, 30);

    assertRefused(it, GuardRail.LIMIT, "1 of 1 attempts of the remedy another name");
  }

  @Test
  void telling_uses_up_no_attempts_to_act() {
    it.healing = Remedies.limitingTargets(it.healing, Remedies.limit(1, 24));
    it.tried("page", 2, Outcome.TOLD, 420);

    assertThat(it.decision().action()).isEqualTo("clean");
    assertThat(it.decision().acts()).as(it.toString()).isTrue();
  }

  @Test
  void more_than_can_be_remembered_is_not_tried() {
    List<Attempt> many = new ArrayList<>();
    for (int i = 0; i < Memories.MOST; i++) {
      many.add(
          new Attempt(
              "other", 0, "restart", Found.id("x"), Case.NOW.minusSeconds(i), Outcome.FIXED, ""));
    }
    it.healing =
        Remedies.healing(
            it.healing.remedies(),
            List.of(new ActionLimit(Integer.MAX_VALUE, Duration.ofDays(7))),
            2,
            null);
    it.history = it.history.withAttempts(many);

    assertRefused(it, GuardRail.LIMIT, "as many as can be remembered");
  }

  @Test
  void breaker_opens_after_three_attempts_without_success() {
    it.healing = Remedies.acting(Remedies.of("disk", "clean"));
    it.tried("clean", 0, Outcome.FAILED, 300)
        .tried("clean", 0, Outcome.UNKNOWN, 200)
        .tried("clean", 0, Outcome.FAILED, 100);

    assertRefused(it, GuardRail.BREAKER, "3 attempts were without success");
    assertThat(it.decision().nextAllowedAt())
        .contains(Case.NOW.plus(Duration.ofHours(6)).minus(Duration.ofMinutes(100)));
  }

  @Test
  void breaker_opens_after_one_attempt_that_made_things_worse() {
    it.healing = Remedies.acting(Remedies.of("disk", "clean", "restart"));
    it.tried("clean", 0, Outcome.WORSE, 100);

    assertRefused(it, GuardRail.BREAKER, "an attempt made things worse");
  }

  @Test
  void breaker_lets_one_attempt_through_after_its_time() {
    it.healing = Remedies.acting(Remedies.of("disk", "clean"));
    it.tried("clean", 0, Outcome.FAILED, 500)
        .tried("clean", 0, Outcome.FAILED, 450)
        .tried("clean", 0, Outcome.FAILED, 361);
    assertThat(it.decision().acts()).as(it.toString()).isTrue();

    it.tried("clean", 0, Outcome.FAILED, 1);
    it.now = Case.NOW.plus(Duration.ofHours(5));
    assertRefused(it, GuardRail.BREAKER, "4 attempts were without success");
  }

  @Test
  void guard_rails_are_asked_in_the_order_of_the_documentation() {
    List<GuardRail> asked = GuardRails.IN_ORDER.stream().map(GuardRails.Rail::name).toList();
    Set<GuardRail> elsewhere =
        EnumSet.of(
            GuardRail.MODE, GuardRail.NO_REMEDY, GuardRail.OTHER_CAUSE, GuardRail.PRECONDITION);

    assertThat(asked)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .containsExactlyElementsOf(
            Arrays.stream(GuardRail.values()).filter(rail -> !elsewhere.contains(rail)).toList());
  }

  @Test
  void first_guard_rail_that_says_no_is_the_reason() {
    it.lost = "lost";
    it.stopped = true;
    it.healing =
        Remedies.maintained(
            Remedies.allowing(it.healing, "page"),
            window(DayOfWeek.WEDNESDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, "UTC"));
    it.rounds = 1;
    it.busy = "busy";
    it.tried("clean", 0, Outcome.FIXED, 1);

    assertRefused(it, GuardRail.MEMORY, "");
    it.lost = null;
    assertRefused(it, GuardRail.KILL_SWITCH, "");
  }

  private static MaintenanceWindow window(
      DayOfWeek day, LocalTime from, LocalTime to, String zone) {
    return new MaintenanceWindow(Set.of(day), from, to, ZoneId.of(zone));
  }

  private static List<GuardRail> refusals(Case it) {
    return it.decisions().stream().flatMap(each -> each.guardRail().stream()).toList();
  }

  private static void assertRefused(Case it, GuardRail rail, String reason) {
    Decision decision = it.decision();
    assertThat(decision.acts()).isFalse();
    assertThat(decision.guardRail()).as(it.toString()).contains(rail);
    assertThat(decision.reason()).contains(reason);
  }
}
