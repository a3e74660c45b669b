package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.report.PlanReport.PlannedCopyEntry;
import io.github.quartermaster.ebs.maven.report.PlanReport.PlannedEntry;
import io.github.quartermaster.maven.HtmlPage;
import io.github.quartermaster.maven.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports as self-contained pages. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page of what a run achieved. */
  public static String of(BackupReport report) {
    Map<String, Object> page =
        page("ebs:" + report.goal(), verdict(report), report.startedAt(), report.elapsedSeconds());
    page.put("run", report.run());
    page.put("problems", report.problems());
    page.put("volumes", report.volumes().stream().map(HtmlReport::volume).toList());
    return HtmlPage.of(HtmlReport.class, "backup-report.mustache", page);
  }

  /** The page of a plan. */
  public static String of(PlanReport report) {
    Map<String, Object> page =
        page("ebs:plan", verdict(report), report.startedAt(), report.elapsedSeconds());
    page.put("run", report.run());
    page.put("cost", report.cost());
    page.put("problems", report.problems());
    page.put("volumes", report.volumes().stream().map(HtmlReport::volume).toList());
    return HtmlPage.of(HtmlReport.class, "plan-report.mustache", page);
  }

  /** The page of what retention removes. */
  public static String of(PruneReport report) {
    Map<String, Object> page =
        page("ebs:prune", verdict(report), report.startedAt(), report.elapsedSeconds());
    page.put("problems", report.problems());
    page.put("snapshots", report.snapshots().stream().map(HtmlReport::snapshot).toList());
    return HtmlPage.of(HtmlReport.class, "prune-report.mustache", page);
  }

  /** The page of what was verified. */
  public static String of(VerifyReport report) {
    Map<String, Object> page =
        page(
            "ebs:verify",
            report.passed() ? "good" : "not as it should be",
            report.startedAt(),
            report.elapsedSeconds());
    page.put("level", report.level());
    page.put("problems", VerifiedPage.problems(report));
    page.put("snapshots", VerifiedPage.rows(report));
    return HtmlPage.of(HtmlReport.class, "verify-report.mustache", page);
  }

  /** The page of what a restore made. */
  public static String of(RestoreReport report) {
    String verdict =
        report.refused()
            ? "refused, nothing was made"
            : report.dryRun()
                ? Wording.count(report.volumes().size(), "new volume") + " would be made"
                : report.complete() ? "done" : "not complete";
    Map<String, Object> page =
        page("ebs:restore", verdict, report.startedAt(), report.elapsedSeconds());
    page.put("run", report.run());
    page.put("restore", report.restore());
    page.put("region", report.region());
    page.put("problems", report.problems());
    page.put("volumes", report.volumes().stream().map(RestorePage::volume).toList());
    page.put("swap", report.swap());
    return HtmlPage.of(HtmlReport.class, "restore-report.mustache", page);
  }

  /** The page of what a drill showed. */
  public static String of(DrillReport report) {
    String verdict =
        report.dryRun()
            ? Wording.count(report.volumes().size(), "snapshot") + " would be tried"
            : report.passed() ? "passed" : "failed";
    Map<String, Object> page =
        page("ebs:drill", verdict, report.startedAt(), report.elapsedSeconds());
    page.put("drill", report.drill());
    page.put("region", report.region());
    page.put("problems", report.problems());
    page.put("volumes", report.volumes().stream().map(RestorePage::volume).toList());
    page.put("swept", report.swept());
    return HtmlPage.of(HtmlReport.class, "drill-report.mustache", page);
  }

  private static String verdict(PruneReport report) {
    if (report.refused()) {
      return "refused, nothing was done";
    }
    if (report.dryRun()) {
      long going =
          report.snapshots().stream().filter(each -> each.action().equals("remove")).count();
      return going == 0 ? "nothing to do" : Wording.count(going, "snapshot") + " would be removed";
    }
    return report.changed() ? "done" : "nothing was removed";
  }

  private static Map<String, Object> snapshot(PruneReport.PrunedEntry entry) {
    String run = entry.run();
    return Map.of(
        "volumeId", entry.volumeId(),
        "region", entry.region(),
        "startedAt", HtmlPage.time(entry.startedAt()),
        "run", run == null ? "-" : run,
        "snapshot", entry.snapshotId(),
        "action", entry.action(),
        "reason", entry.why());
  }

  private static Map<String, Object> page(
      String goal, String verdict, Instant startedAt, double elapsedSeconds) {
    Map<String, Object> page = new HashMap<>();
    page.put("goal", goal);
    page.put("verdict", verdict);
    page.put("startedAt", HtmlPage.time(startedAt));
    page.put("elapsed", Wording.seconds(Duration.ofMillis(Math.round(elapsedSeconds * 1000))));
    return page;
  }

  private static String verdict(BackupReport report) {
    if (report.refused()) {
      return "refused, nothing was done";
    }
    if (report.complete()) {
      return report.changed() ? "done" : "nothing to do";
    }
    long failed =
        report.volumes().stream().filter(volume -> volume.status().equals("failed")).count();
    return failed == 0
        ? "under way"
        : failed + " of " + Wording.count(report.volumes().size(), "volume") + " failed";
  }

  private static String verdict(PlanReport report) {
    if (report.refused()) {
      return "refused";
    }
    return report.changed() ? "there is something to do" : "nothing to do";
  }

  private static Map<String, Object> volume(VolumeEntry volume) {
    SnapshotEntry snapshot = volume.snapshot();
    List<Map<String, Object>> copies = volume.copies().stream().map(copy -> copy(copy)).toList();
    Map<String, Object> page = new HashMap<>();
    page.put("volumeId", volume.volumeId());
    page.put("description", volume.description());
    page.put("set", volume.set());
    page.put("status", volume.status());
    page.put("region", volume.region());
    page.put("snapshot", snapshot == null ? "-" : snapshot.id());
    page.put("state", snapshot == null ? "-" : snapshot.state());
    page.put("size", snapshot == null ? "" : snapshot.sizeGiB() + " GiB");
    page.put("startedAt", snapshot == null ? "" : HtmlPage.time(snapshot.startedAt()));
    page.put("completedAt", snapshot == null ? "" : time(snapshot.completedAt()));
    page.put("copies", copies);
    return page;
  }

  private static Map<String, Object> copy(CopyEntry copy) {
    Map<String, Object> page = new HashMap<>();
    page.put("region", copy.region());
    page.put("snapshot", copy.snapshotId() == null ? "-" : copy.snapshotId());
    page.put("state", copy.state());
    page.put("startedAt", time(copy.startedAt()));
    page.put("completedAt", time(copy.completedAt()));
    return page;
  }

  private static Map<String, Object> volume(PlannedEntry volume) {
    return Map.of(
        "volumeId", volume.volumeId(),
        "description", volume.description(),
        "region", volume.region(),
        "size", volume.sizeGiB() == null ? "" : volume.sizeGiB() + " GiB",
        "action", volume.action(),
        "reason", volume.reason(),
        "copies", volume.copies().stream().map(HtmlReport::copy).toList());
  }

  private static Map<String, Object> copy(PlannedCopyEntry copy) {
    String how = copy.full() ? "the whole volume crosses" : "what has changed crosses";
    String key = copy.kmsKeyId() == null ? "" : " with " + copy.kmsKeyId();
    String encryption = copy.encrypted() ? ", encrypted" + key : "";
    return Map.of(
        "region", copy.region(),
        "action", copy.action(),
        "reason",
            copy.snapshotId() == null ? how + encryption : "this run made " + copy.snapshotId());
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "" : HtmlPage.time(instant);
  }
}
