package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchMemoryTest {
  private static final Instant BEGUN = Instant.parse("2026-11-25T10:00:00Z");

  private final WatchMemory memory = new WatchMemory(BEGUN);

  @Test
  void of_each_minute_the_worst_stays() {
    memory.note(result(10, 0));
    memory.note(result(20, 5000));
    memory.note(result(50, 400));
    memory.note(result(70, 0));

    assertThat(memory.report(result(70, 0)).minutes())
        .extracting(minute -> minute.at() + " " + minute.score())
        .containsExactly("2026-11-25T10:00:00Z 5000", "2026-11-25T10:01:00Z 0");
  }

  @Test
  void a_day_stays_and_no_more() {
    for (int minute = 0; minute < 3000; minute++) {
      memory.note(result(minute * 60L, minute % 2 == 0 ? 0 : 5000));
    }

    WatchReport report = memory.report(result(0, 0));
    assertThat(report.minutes()).hasSize(WatchReport.MOST_MINUTES);
    assertThat(report.minutes().get(0).at()).isEqualTo(BEGUN.plus(Duration.ofMinutes(1560)));
    assertThat(report.entries()).hasSize(WatchReport.MOST_ENTRIES);
    assertThat(report.tally().rounds()).isEqualTo(3000);
  }

  @Test
  void a_clock_that_is_set_back_makes_no_minute_twice() {
    memory.note(result(600, 0));
    memory.note(result(60, 4000));

    assertThat(memory.report(result(60, 0)).minutes())
        .singleElement()
        .satisfies(minute -> assertThat(minute.at()).isEqualTo(BEGUN.plusSeconds(600)))
        .satisfies(minute -> assertThat(minute.score().value()).isEqualTo(4000));
  }

  @Test
  void only_changes_are_told() {
    assertThat(memory.note(result(0, 0))).isTrue();
    assertThat(memory.note(result(30, 0))).isFalse();
    assertThat(memory.note(result(60, 5000))).isTrue();
    assertThat(memory.note(result(90, 6000))).isFalse();

    assertThat(memory.report(result(90, 6000)).entries())
        .extracting(WatchReport.Entry::text)
        .containsExactly(
            "The host is CRITICAL (score 5000), probably because of disk: full", "The host is OK");
  }

  @Test
  void why_nothing_is_done_is_told_once_and_counted_each_time() {
    memory.note(round(GuardRail.LIMIT));
    memory.note(round(GuardRail.LIMIT));
    memory.note(round(GuardRail.COOL_DOWN));
    memory.note(round(GuardRail.LIMIT));

    WatchReport report = memory.report(result(0, 0));
    assertThat(report.entries())
        .extracting(WatchReport.Entry::text)
        .containsExactly(
            "Does not do disk.clean for disk: because [LIMIT]",
            "Does not do disk.clean for disk: because [COOL_DOWN]",
            "Does not do disk.clean for disk: because [LIMIT]");
    assertThat(report.tally().stopped())
        .containsEntry(GuardRail.LIMIT, 3L)
        .containsEntry(GuardRail.COOL_DOWN, 1L);
    assertThat(report.decisions()).hasSize(1);
  }

  @Test
  void what_was_done_is_told_with_its_outcome() {
    memory.note(
        new HealRound(
            List.of(),
            List.of(
                new Attempt(
                    "clean",
                    0,
                    "disk.clean",
                    new ComponentId("disk"),
                    BEGUN,
                    Attempt.Outcome.WORSE,
                    "shop is down\u001b[31m")),
            List.of()));

    assertThat(memory.report(result(0, 0)).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.status()).isEqualTo(Status.CRITICAL))
        .satisfies(
            entry ->
                assertThat(entry.text())
                    .startsWith("disk.clean for disk: WORSE, shop is down")
                    .doesNotContain("\u001b"));
  }

  private static HealRound round(GuardRail rail) {
    return new HealRound(
        List.of(
            new Decision(
                BEGUN,
                "clean",
                0,
                "disk.clean",
                new ComponentId("disk"),
                rail,
                "because",
                "",
                null)),
        List.of(),
        List.of());
  }

  private static CheckResult result(long second, int score) {
    Score of = new Score(score);
    ComponentId disk = new ComponentId("disk");
    List<Cause> causes =
        score == 0
            ? List.of()
            : List.of(
                new Cause(
                    disk,
                    List.of(),
                    1,
                    1,
                    1,
                    List.of(),
                    null,
                    of.status(),
                    of,
                    "full",
                    List.of(),
                    true));
    return new CheckResult(
        new Snapshot("host", BEGUN.plusSeconds(second), Duration.ZERO, List.of(), List.of()),
        List.of(),
        DependencyGraph.of(List.of(disk), List.of()),
        new Diagnosis(of.status(), of, List.of(), causes, Confidence.HIGH, 1, null, List.of()),
        Gate.DEFAULT,
        GateResult.PASSED,
        List.of());
  }
}
