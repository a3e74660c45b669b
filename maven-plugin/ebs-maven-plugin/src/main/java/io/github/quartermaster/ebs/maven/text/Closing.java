package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.VerifyResult;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.SweptVolume;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.maven.Wording;
import java.util.List;
import java.util.stream.Stream;

/** The last line of a goal: what was achieved, in short. */
public final class Closing {
  private Closing() {}

  /** Of a plan that may be carried out. */
  public static String of(BackupPlan plan) {
    long snapshots = plan.snapshotsToMake();
    long copies = plan.copiesToMake();
    if (snapshots + copies == 0) {
      return "Nothing to do: run " + plan.run() + " has made all of it already";
    }
    return made(snapshots, copies)
        + " of "
        + Wording.count(plan.volumes().size(), "volume")
        + " would be made, run "
        + plan.run();
  }

  /** Whether a run found all that it wanted, whole. */
  public static boolean isIdle(BackupResult result) {
    return !result.changed() && result.isComplete();
  }

  /** Of a run in which nothing failed. */
  public static String of(BackupResult result) {
    String volumes = Wording.count(result.volumes().size(), "volume");
    if (isIdle(result)) {
      return "Nothing to do: run "
          + result.run()
          + " is complete, "
          + volumes
          + " with "
          + Wording.row(parts(snapshots(result).size(), copies(result).size()));
    }
    if (result.isComplete()) {
      return volumes
          + " backed up ("
          + String.join(", ", parts(snapshots(result).size(), copies(result).size()))
          + ") in "
          + Wording.seconds(result.elapsed())
          + ", run "
          + result.run();
    }
    long begun =
        Stream.concat(snapshots(result).stream(), copies(result).stream())
            .filter(outcome -> outcome.snapshot().isPresent())
            .count();
    return volumes
        + " under way ("
        + begun
        + " of "
        + Wording.row(parts(snapshots(result).size(), copies(result).size()))
        + " begun), run "
        + result.run()
        + "; to wait for the rest: mvn ebs:await -Debs.run="
        + result.run();
  }

  /** Of a list. */
  public static String of(ListResult result) {
    long copies = result.snapshots().stream().filter(Closing::isCopy).count();
    long volumes = result.snapshots().stream().map(Snapshot::sourceVolume).distinct().count();
    return made(result.snapshots().size() - copies, copies)
        + " of "
        + Wording.count(volumes, "volume");
  }

  /** Of a prune in which nothing failed. */
  public static String of(PruneResult result, boolean dryRun) {
    int all = result.plan().entries().size();
    int going = result.plan().removals().size();
    if (going == 0) {
      return switch (all) {
        case 0 -> "Nothing to do: there is no snapshot of ours";
        case 1 -> "Nothing to do: the only snapshot stays";
        default -> "Nothing to do: all of " + all + " snapshots stay";
      };
    }
    String ofAll = " of " + Wording.count(all, "snapshot");
    return dryRun
        ? going + ofAll + " would be removed; to remove them: -Debs.dryRun=false"
        : result.count(Removal.Status.REMOVED)
            + ofAll
            + " removed in "
            + Wording.seconds(result.elapsed());
  }

  /** Of a verification that found nothing to fail for. */
  public static String of(VerifyResult result) {
    long copies =
        result.backups().stream()
            .flatMap(backup -> backup.check().snapshots().stream())
            .filter(Closing::isCopy)
            .count();
    long volumes =
        result.backups().stream().map(backup -> backup.check().volume()).distinct().count();
    String how =
        switch (result.plan().rules().level()) {
          case STATE -> "";
          case MAP -> ", their blocks compared";
          case SAMPLE -> ", their blocks compared and some read";
        };
    return made(result.plan().size() - copies, copies)
        + " of "
        + Wording.count(volumes, "volume")
        + " verified"
        + how
        + " in "
        + Wording.seconds(result.elapsed());
  }

  /** Of a handover in which nothing failed. */
  public static String of(HandoverResult result, boolean dryRun) {
    int changes = result.plan().changes().size();
    long volumes =
        result.plan().steps().stream().filter(HandoverStep.VolumeTags.class::isInstance).count();
    if (changes == 0) {
      return "Nothing to do: the scheduler has "
          + Wording.count(volumes, "volume")
          + " as the volumes file says";
    }
    String what = Wording.count(changes, "change");
    return dryRun
        ? what + " would be made; to make them: -Debs.dryRun=false"
        : what
            + " made in "
            + Wording.seconds(result.elapsed())
            + ", the scheduler has "
            + Wording.count(volumes, "volume");
  }

  /** Of a restore in which nothing failed. */
  public static String of(RestoreResult result, boolean dryRun) {
    long made = count(result, RestoredVolume.Status.AVAILABLE);
    long adopted = count(result, RestoredVolume.Status.ADOPTED);
    String restore = ", restore " + result.plan().id();
    if (dryRun) {
      String all = Wording.count(result.plan().volumes().size(), "new volume");
      return all + " would be made" + restore;
    }
    if (made == 0) {
      String all = Wording.count(adopted, "new volume");
      return "Nothing to do: " + all + " can be used already" + restore;
    }
    return Wording.count(made, "new volume")
        + " made"
        + (adopted == 0 ? "" : " and " + adopted + " found")
        + " in "
        + Wording.seconds(result.elapsed())
        + restore;
  }

  /** How to go on with a restore that is not complete. */
  public static String wayOf(RestorePlan plan, boolean isNotBegun) {
    return isNotBegun
        ? "No volume was made."
        : "To take up the restore again, which keeps what is made: the same command with"
            + " -Debs.restoreId="
            + plan.id();
  }

  /** Of a drill in which nothing failed. */
  public static String of(DrillResult result, boolean dryRun) {
    long swept = result.swept().stream().filter(SweptVolume::isRemoved).count();
    String left =
        swept == 0 ? "" : ", " + Wording.count(swept, "volume") + " of earlier drills removed";
    if (dryRun) {
      String all = Wording.count(result.plan().volumes().size(), "snapshot");
      return all + " would be tried, drill " + result.plan().id();
    }
    if (result.volumes().isEmpty()) {
      return swept == 0
          ? "Nothing to do: nothing is left of earlier drills that is over its time"
          : Wording.count(swept, "volume") + " of earlier drills removed";
    }
    return Wording.count(result.volumes().size(), "snapshot")
        + " restored, looked at and removed again in "
        + Wording.seconds(result.elapsed())
        + left
        + ", drill "
        + result.plan().id();
  }

  private static long count(RestoreResult result, RestoredVolume.Status status) {
    return result.volumes().stream().filter(volume -> volume.status() == status).count();
  }

  private static boolean isCopy(Snapshot snapshot) {
    return snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent();
  }

  private static List<SnapshotOutcome> snapshots(BackupResult result) {
    return result.volumes().stream().map(VolumeOutcome::snapshot).toList();
  }

  private static List<SnapshotOutcome> copies(BackupResult result) {
    return result.volumes().stream()
        .flatMap(volume -> volume.copies().stream())
        .map(VolumeOutcome.CopyOutcome::outcome)
        .toList();
  }

  private static String made(long snapshots, long copies) {
    return Wording.row(parts(snapshots, copies));
  }

  private static List<String> parts(long snapshots, long copies) {
    String all = Wording.count(snapshots, "snapshot");
    return copies == 0 ? List.of(all) : List.of(all, copies + (copies == 1 ? " copy" : " copies"));
  }
}
