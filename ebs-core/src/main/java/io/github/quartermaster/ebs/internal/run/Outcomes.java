package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.NOT_FINISHED;

import io.github.quartermaster.ebs.internal.run.TaskList.OfVolume;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome.CopyOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each volume, once nothing more happens.
 *
 * @param stopReason why nothing more made sense, or null
 * @param outOfTime whether the time was up
 */
record Outcomes(BackupPlan plan, TaskList tasks, @Nullable Problem stopReason, boolean outOfTime) {

  List<VolumeOutcome> all() {
    Map<String, String> sets = new HashMap<>();
    for (PlannedSet set : plan.sets()) {
      sets.put(set.token().toString(), set.creation().instance().value());
    }
    return plan.volumes().stream()
        .map(volume -> of(volume, sets.getOrDefault(volume.token().toString(), "")))
        .toList();
  }

  private VolumeOutcome of(PlannedVolume volume, String set) {
    OfVolume expected = tasks.ofVolumes().get(volume);
    if (expected == null) {
      return impossible(volume);
    }
    return new VolumeOutcome(
        volume.spec(),
        volume.region(),
        set,
        outcome(expected.snapshot()),
        volume.copies().stream()
            .map(
                copy -> {
                  Expected one = expected.copies().get(copy.region());
                  if (one == null) {
                    throw new IllegalStateException("no copy in " + copy.region());
                  }
                  return new CopyOutcome(copy.region(), outcome(one));
                })
            .toList());
  }

  /** Some clouds say of what is under way what to do where it never ends. */
  private static String howFar(Snapshot snapshot) {
    return snapshot.percent()
        + " % of it was done"
        + (snapshot.stateMessage().isBlank() ? "" : " (" + snapshot.stateMessage() + ")");
  }

  private static VolumeOutcome impossible(PlannedVolume volume) {
    Problem problem = volume.problems().stream().filter(Problem::isError).findFirst().orElseThrow();
    SnapshotOutcome failed = new SnapshotOutcome.Failed(null, problem);
    return new VolumeOutcome(
        volume.spec(),
        volume.region(),
        "",
        failed,
        volume.copies().stream().map(copy -> new CopyOutcome(copy.region(), failed)).toList());
  }

  private SnapshotOutcome outcome(Expected expected) {
    if (stopReason != null || !outOfTime) {
      return expected.outcome(stopReason);
    }
    String howFar = expected.latest().map(Outcomes::howFar).orElse("it was not begun");
    return expected.outcome(
        Problem.error(
            NOT_FINISHED,
            expected.volume().spec().id(),
            "tried to wait for " + expected.title() + "; " + howFar + " when the time was up",
            "Wait for the same run again, or take it up again; allow more time"));
  }
}
