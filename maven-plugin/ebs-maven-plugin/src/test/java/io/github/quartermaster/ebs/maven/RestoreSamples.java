package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A volume that is restored or drilled, in several states. */
public final class RestoreSamples {
  public static final RunId ID = new RunId("ticket-99");
  public static final Problem PENDING =
      Problem.error(
          ProblemCode.RESTORE_IMPOSSIBLE,
          "vol-data",
          "tried to plan a new volume for vol-data; its snapshot snap-1 is not whole",
          "Wait for the run");
  public static final Problem NOTHING_IN_IT =
      Problem.error(
          ProblemCode.DRILL_FAILED,
          "vol-data",
          "tried to look at the volume made from snap-1; ./look.sh ended with 3: no <file system>",
          "See what the command says");

  private static final InstanceId MACHINE = new InstanceId("i-0a");
  private static final VolumeId MADE = new VolumeId("vol-new");

  private RestoreSamples() {}

  public static RestorePlan plan(Problem... problems) {
    return plan(Samples.snapshot("snap-1", "completed", 100), problems);
  }

  private static RestorePlan plan(Snapshot snapshot, Problem... problems) {
    return new RestorePlan(
        ID, Samples.RUN, Samples.WEST, List.of(planned(snapshot, problems)), List.of(), List.of());
  }

  private static PlannedRestore planned(Snapshot snapshot, Problem... problems) {
    return new PlannedRestore(
        snapshot.sourceVolume(),
        snapshot,
        new VolumeCreation(
            Samples.WEST,
            "us-west-1a",
            snapshot.id(),
            "gp3",
            3000,
            125,
            100,
            false,
            null,
            "token",
            Map.of()),
        null,
        null,
        new Volume.Attachment(MACHINE, "/dev/sdf"),
        List.of(problems));
  }

  private static Volume made() {
    return new Volume(
        MADE,
        Samples.WEST,
        "available",
        100,
        "gp3",
        3000,
        125,
        "us-west-1a",
        false,
        null,
        List.of(),
        Map.of());
  }

  /** Made, with a way to put it in place. */
  public static RestoreResult restored() {
    RestorePlan plan = plan();
    return new RestoreResult(
        plan,
        List.of(
            new RestoredVolume(
                plan.volumes().get(0), RestoredVolume.Status.AVAILABLE, made(), null)),
        List.of(
            new SwapStep.Stop(Samples.WEST, MACHINE),
            new SwapStep.Detach(Samples.WEST, new VolumeId("vol-data"), MACHINE, "/dev/sdf"),
            new SwapStep.Attach(Samples.WEST, MADE, MACHINE, "/dev/sdf"),
            new SwapStep.Start(Samples.WEST, MACHINE)),
        null,
        Samples.START,
        Duration.ofSeconds(12));
  }

  /** Found, as the same restore had made it. */
  public static RestoreResult adopted() {
    RestorePlan plan = plan();
    return new RestoreResult(
        plan,
        List.of(
            new RestoredVolume(plan.volumes().get(0), RestoredVolume.Status.ADOPTED, made(), null)),
        List.of(new SwapStep.Attach(Samples.WEST, MADE, null, "/dev/sdf")),
        null,
        Samples.START,
        Duration.ofSeconds(1));
  }

  public static RestoreResult refused() {
    return new RestoreResult(
        plan(PENDING), List.of(), List.of(), null, Samples.START, Duration.ZERO);
  }

  /** Passed. */
  public static DrillResult drilled() {
    return drilled(0);
  }

  /** Looked at by a command that found nothing good. */
  public static DrillResult failed() {
    return drilled(3, NOTHING_IN_IT);
  }

  private static DrillResult drilled(@Nullable Integer exit, Problem... problems) {
    RestorePlan plan = plan();
    return new DrillResult(
        plan,
        List.of(
            new DrilledVolume(
                plan.volumes().get(0),
                MADE,
                Samples.START,
                Duration.ofSeconds(4),
                exit,
                Duration.ofSeconds(11),
                true,
                List.of(problems))),
        List.of(),
        Samples.START,
        Duration.ofSeconds(12));
  }

  /** Nothing was there to try or to remove. */
  public static DrillResult idle() {
    return new DrillResult(
        new RestorePlan(ID, null, Samples.WEST, List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        Samples.START,
        Duration.ZERO);
  }
}
