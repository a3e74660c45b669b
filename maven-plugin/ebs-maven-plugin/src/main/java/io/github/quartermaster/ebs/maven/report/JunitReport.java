package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.report.JunitDocument.Case;
import io.github.quartermaster.ebs.maven.report.JunitDocument.Case.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in the form in which build servers read test results: each volume and each copy is a test
 * case, so that a failed one is seen where failed tests are.
 */
public final class JunitReport {
  private JunitReport() {}

  /** The document, to be written in UTF-8. */
  public static String of(BackupReport report) {
    String suite = "ebs." + report.goal() + ".";
    List<Case> cases = new ArrayList<>();
    for (VolumeEntry volume : report.volumes()) {
      cases.add(ofVolume(suite, volume));
      volume.copies().forEach(copy -> cases.add(ofCopy(suite, volume, copy)));
    }
    return JunitDocument.of(
        "ebs:" + report.goal(),
        report.startedAt(),
        Duration.ofMillis(Math.round(report.elapsedSeconds() * 1000)),
        cases);
  }

  private static Case ofVolume(String suite, VolumeEntry volume) {
    SnapshotEntry snapshot = volume.snapshot();
    Duration time =
        snapshot == null ? Duration.ZERO : between(snapshot.startedAt(), snapshot.completedAt());
    return new Case(
        suite + volume.region(),
        title(volume),
        time,
        verdict(volume),
        ownProblem(volume),
        volume.status());
  }

  private static Case ofCopy(String suite, VolumeEntry volume, CopyEntry copy) {
    return new Case(
        suite + copy.region(),
        title(volume) + ", copy from " + volume.region(),
        between(copy.startedAt(), copy.completedAt()),
        verdict(copy),
        copy.problem(),
        copy.state());
  }

  /** Of the snapshot alone: a copy is a case of its own. */
  private static Verdict verdict(VolumeEntry volume) {
    SnapshotEntry snapshot = volume.snapshot();
    if (snapshot != null && snapshot.state().equals("completed")) {
      return Verdict.PASSED;
    }
    return ownProblem(volume) != null || volume.status().equals("failed")
        ? Verdict.FAILED
        : Verdict.SKIPPED;
  }

  private static Verdict verdict(CopyEntry copy) {
    if (copy.problem() != null) {
      return Verdict.FAILED;
    }
    return copy.state().equals("completed") ? Verdict.PASSED : Verdict.SKIPPED;
  }

  /** The volume's problem where it is not that of a copy. */
  private static @Nullable ProblemEntry ownProblem(VolumeEntry volume) {
    ProblemEntry problem = volume.problem();
    return problem == null
            || volume.copies().stream().anyMatch(copy -> problem.equals(copy.problem()))
        ? null
        : problem;
  }

  private static String title(VolumeEntry volume) {
    return volume.description().isEmpty()
        ? volume.volumeId()
        : volume.volumeId() + " (" + volume.description() + ")";
  }

  private static Duration between(@Nullable Instant start, @Nullable Instant end) {
    return start == null || end == null || end.isBefore(start)
        ? Duration.ZERO
        : Duration.between(start, end);
  }
}
