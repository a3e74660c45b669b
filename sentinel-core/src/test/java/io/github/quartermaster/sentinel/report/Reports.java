package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.WatchReport;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What watches could know. */
final class Reports {
  private static final Instant AT = Results.AT;

  private Reports() {}

  /** A watch that did something once, and now may not. */
  static WatchReport of(CheckResult check) {
    return report(check, "disk.clean", "2 of 2 attempts in the last hour", "disk:/var");
  }

  /** A watch of a host where strangers choose all words. */
  static WatchReport hostile(CheckResult check) {
    return report(check, Results.HOSTILE, Results.HOSTILE, "x");
  }

  private static WatchReport report(CheckResult check, String action, String reason, String cause) {
    return new WatchReport(
        AT.minusSeconds(7200),
        check,
        List.of(
            new Decision(
                AT,
                "clean-logs",
                0,
                action,
                new ComponentId("disk:/var"),
                GuardRail.LIMIT,
                reason,
                "would remove 3 files",
                Instant.parse("2026-11-25T11:00:00Z"))),
        List.of(
            new WatchReport.Minute(
                Instant.parse("2026-11-25T08:00:00Z"), Status.OK, Score.HEALTHY, ""),
            new WatchReport.Minute(
                Instant.parse("2026-11-25T09:58:00Z"), Status.CRITICAL, new Score(3802), cause)),
        List.of(
            new WatchReport.Entry(
                AT, WatchReport.Kind.ATTEMPT, Status.OK, action + " for disk:/var: FIXED"),
            new WatchReport.Entry(
                AT.minusSeconds(60), WatchReport.Kind.STATE, Status.CRITICAL, reason)),
        new WatchReport.Tally(
            240,
            12,
            Map.of(new WatchReport.Acted(action, Attempt.Outcome.FIXED), 2L),
            Map.of(GuardRail.LIMIT, 3L, GuardRail.COOL_DOWN, 1L)));
  }
}
