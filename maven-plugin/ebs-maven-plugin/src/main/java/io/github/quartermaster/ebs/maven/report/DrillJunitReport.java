package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.report.DrillReport.DrilledEntry;
import io.github.quartermaster.ebs.maven.report.DrillReport.SweptEntry;
import io.github.quartermaster.ebs.maven.report.JunitDocument.Case;
import io.github.quartermaster.ebs.maven.report.JunitDocument.Case.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill in the form in which build servers read test results: each volume is a test case, and so
 * is what an earlier drill has left and cannot be removed.
 */
public final class DrillJunitReport {
  private DrillJunitReport() {}

  /** The document, to be written in UTF-8. */
  public static String of(DrillReport report) {
    String suite = "ebs.drill." + report.region();
    List<Case> cases = new ArrayList<>();
    report.volumes().forEach(volume -> cases.add(ofVolume(suite, volume)));
    report.swept().stream()
        .filter(swept -> !swept.removed())
        .forEach(swept -> cases.add(ofSwept(suite, swept, report)));
    return JunitDocument.of(
        "ebs:drill", report.startedAt(), duration(report.elapsedSeconds()), cases);
  }

  private static Case ofVolume(String suite, DrilledEntry volume) {
    return new Case(
        suite,
        volume.sourceVolumeId()
            + (volume.snapshotId() == null ? "" : " from " + volume.snapshotId()),
        duration(volume.elapsedSeconds()),
        switch (volume.result()) {
          case "passed" -> Verdict.PASSED;
          case "failed", "impossible" -> Verdict.FAILED;
          default -> Verdict.SKIPPED;
        },
        volume.problem(),
        volume.result());
  }

  private static Case ofSwept(String suite, SweptEntry swept, DrillReport report) {
    @Nullable ProblemEntry problem =
        report.problems().stream()
            .filter(each -> each.subject().equals(swept.volumeId()))
            .findFirst()
            .orElse(null);
    return new Case(
        suite,
        swept.volumeId() + " of an earlier drill",
        Duration.ZERO,
        Verdict.FAILED,
        problem,
        "left");
  }

  private static Duration duration(@Nullable Double seconds) {
    return seconds == null ? Duration.ZERO : Duration.ofMillis(Math.round(seconds * 1000));
  }
}
