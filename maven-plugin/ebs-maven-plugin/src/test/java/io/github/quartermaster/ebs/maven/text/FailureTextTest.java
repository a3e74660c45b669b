package io.github.quartermaster.ebs.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.maven.Samples;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.SnapshotOutcome.Failed;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  private static final Problem NO_KEY =
      Problem.error(
          ProblemCode.COPY_FAILED,
          "vol-data",
          "tried to make the copy; Given key ID is not accessible",
          "Mend it.");
  private static final Problem NOT_THAWED =
      Problem.error(
          ProblemCode.THAW_FAILED, "vol-data", "tried to thaw; exit code 1", "Thaw by hand");

  @Test
  void several_volumes_are_counted_and_then_told_one_by_one() {
    assertThat(FailureText.of(result(List.of(), new Failed(null, Samples.MISSING))))
        .isEqualTo(
            """
            2 of 2 volumes are not backed up; vol-data (Content store): COPY_FAILED: tried to make the copy; Given key ID is not accessible. Mend it
            vol-index: VOLUME_NOT_FOUND: tried to find vol-index in us-west-1; there is no such volume. Correct the id, or name the region that it is in (parameter <region>, -Debs.region)
            To take up the run again, which keeps what is done: the same command with -Debs.run=build-7""");
  }

  @Test
  void trouble_beside_the_volumes_is_told_after_them() {
    assertThat(
            FailureText.of(
                result(List.of(NOT_THAWED), Samples.complete(true).volumes().get(1).snapshot())))
        .startsWith("vol-data (Content store) is not backed up: COPY_FAILED")
        .contains("\nAlso THAW_FAILED: tried to thaw; exit code 1. Thaw by hand (parameter <thaw>");
  }

  @Test
  void plan_is_told_likewise() {
    assertThat(FailureText.of(Samples.planWithoutIndex()))
        .startsWith("vol-index is not to be backed up: VOLUME_NOT_FOUND: ")
        .doesNotContain("\n");
  }

  private static BackupResult result(List<Problem> warnings, SnapshotOutcome index) {
    BackupResult complete = Samples.complete(true);
    return new BackupResult(
        complete.plan(),
        List.of(
            Samples.outcome(
                Samples.DATA,
                complete.volumes().get(0).snapshot(),
                new Failed(Samples.copy("snap-c", "error", 0), NO_KEY)),
            Samples.outcome(Samples.INDEX, index)),
        warnings,
        true,
        Samples.START,
        complete.elapsed());
  }
}
