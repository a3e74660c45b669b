package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.RetentionSelectorPropertyTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.model.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionSelectorTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void last_ones_stay_however_many_a_day_has() {
    assertThat(
            kept(
                policy(2, 0, 0, 0, 0, ZoneOffset.UTC),
                "2026-11-25T01:00:00Z",
                "2026-11-25T02:00:00Z",
                "2026-11-25T03:00:00Z"))
        .containsOnlyKeys("2026-11-25T02:00:00Z", "2026-11-25T03:00:00Z")
        .containsEntry("2026-11-25T03:00:00Z", "one of the last 2");
  }

  @Test
  void days_begin_where_the_zone_says() {
    // half past eleven in the evening, and half past midnight, in Berlin
    String[] times = {"2026-11-24T22:30:00Z", "2026-11-24T23:30:00Z"};

    assertThat(kept(policy(0, 9, 0, 0, 0, BERLIN), times)).hasSize(2);
    assertThat(kept(policy(0, 9, 0, 0, 0, ZoneOffset.UTC), times)).containsOnlyKeys(times[1]);
  }

  @Test
  void days_of_23_and_25_hours_are_days() {
    // the nights of the change, hourly around both midnights
    assertThat(
            kept(
                policy(0, 9, 0, 0, 0, BERLIN),
                "2026-03-28T22:59:59Z",
                "2026-03-28T23:00:00Z",
                "2026-03-29T21:59:59Z",
                "2026-03-29T22:00:00Z"))
        .containsEntry("2026-03-28T22:59:59Z", "last of 2026-03-28")
        .containsEntry("2026-03-29T21:59:59Z", "last of 2026-03-29")
        .containsEntry("2026-03-29T22:00:00Z", "last of 2026-03-30")
        .hasSize(3);
    assertThat(
            kept(
                policy(0, 9, 0, 0, 0, BERLIN),
                "2026-10-24T22:00:00Z",
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00Z",
                "2026-10-25T22:59:59Z",
                "2026-10-25T23:00:00Z"))
        .containsEntry("2026-10-25T22:59:59Z", "last of 2026-10-25")
        .containsEntry("2026-10-25T23:00:00Z", "last of 2026-10-26")
        .hasSize(2);
  }

  @Test
  void weeks_are_those_of_iso_8601_across_the_year() {
    assertThat(
            kept(
                policy(0, 0, 9, 0, 0, ZoneOffset.UTC),
                "2020-12-27T12:00:00Z",
                "2020-12-28T12:00:00Z",
                "2021-01-03T12:00:00Z",
                "2021-01-04T12:00:00Z"))
        .containsEntry("2020-12-27T12:00:00Z", "last of week 2020-W52")
        .containsEntry("2021-01-03T12:00:00Z", "last of week 2020-W53")
        .containsEntry("2021-01-04T12:00:00Z", "last of week 2021-W01")
        .hasSize(3);
  }

  @Test
  void months_and_years_end_where_the_zone_says() {
    assertThat(
            kept(
                policy(0, 0, 0, 9, 9, BERLIN),
                "2025-12-31T22:59:59Z",
                "2025-12-31T23:00:00Z",
                "2026-01-31T22:59:59Z"))
        .containsEntry("2025-12-31T22:59:59Z", "last of 2025-12; last of 2025")
        .containsEntry("2026-01-31T22:59:59Z", "last of 2026-01; last of 2026")
        .hasSize(2);
  }

  @Test
  void a_gap_makes_rules_reach_further_back_instead_of_keeping_less() {
    assertThat(
            kept(
                policy(0, 2, 0, 0, 0, ZoneOffset.UTC),
                "2024-02-29T12:00:00Z",
                "2026-11-25T12:00:00Z"))
        .hasSize(2);
  }

  @Test
  void newest_whole_one_stays_though_no_rule_keeps_it() {
    Snapshot old = snapshot("snap-1", Instant.parse("2020-01-01T00:00:00Z"), "completed");
    Snapshot failed = snapshot("snap-2", Instant.parse("2026-01-01T00:00:00Z"), "error");

    assertThat(RetentionSelector.kept(List.of(old, failed), policy(0, 1, 0, 0, 0, ZoneOffset.UTC)))
        .containsOnlyKeys(old.id());
  }

  @Test
  void a_policy_that_keeps_nothing_is_refused() {
    assertThatThrownBy(() -> policy(0, 0, 0, 0, 0, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy(7, -1, 0, 0, 0, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RetentionPolicy policy(
      int last, int daily, int weekly, int monthly, int yearly, ZoneId zone) {
    return new RetentionPolicy(last, daily, weekly, monthly, yearly, zone);
  }

  /** The reasons, by the time. */
  private static Map<String, String> kept(RetentionPolicy policy, String... times) {
    List<Snapshot> snapshots =
        Stream.of(times)
            .map(
                time ->
                    snapshot(
                        "snap-" + Instant.parse(time).getEpochSecond(),
                        Instant.parse(time),
                        "completed"))
            .toList();
    var kept = RetentionSelector.kept(snapshots, policy);
    Map<String, String> reasons = new TreeMap<>();
    for (Snapshot one : snapshots) {
      if (kept.containsKey(one.id())) {
        reasons.put(
            one.startedAt().toString(),
            String.join(
                "; ",
                kept.getOrDefault(one.id(), List.of()).stream().map(PruneReason::text).toList()));
      }
    }
    return reasons;
  }
}
