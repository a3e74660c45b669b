package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for what a plan is to do, the same in logs and reports. */
public final class PlannedWords {
  private PlannedWords() {}

  /** {@code create}, {@code adopt} or {@code refused}. */
  public static String action(PlannedVolume volume) {
    return volume.isPossible() ? action(volume.existing()) : "refused";
  }

  /** {@code create} or {@code adopt}. */
  public static String action(PlannedCopy copy) {
    return action(copy.existing());
  }

  private static String action(Optional<Snapshot> found) {
    return found.isPresent() ? "adopt" : "create";
  }

  /** Why a volume's snapshot is created, adopted or refused. */
  public static String reason(BackupPlan plan, PlannedVolume volume) {
    if (!volume.isPossible()) {
      return volume.problems().stream()
          .filter(Problem::isError)
          .map(problem -> problem.code() + ": " + problem.message())
          .collect(Collectors.joining("; "));
    }
    return volume
        .existing()
        .map(found -> "this run made " + found.id() + ", " + state(found))
        .orElseGet(() -> reasonToCreate(plan, volume));
  }

  private static String reasonToCreate(BackupPlan plan, PlannedVolume volume) {
    String kind = volume.first() ? "first snapshot, stored in full" : "stores what has changed";
    return plan.setOf(volume)
        .map(set -> kind + "; one point in time with all of " + set.creation().instance())
        .orElse(kind);
  }

  /** How far a snapshot is: the cloud's word, how much of it is done, and why it failed. */
  public static String state(Snapshot snapshot) {
    if (snapshot.state() == SnapshotState.ERROR) {
      String why = snapshot.stateMessage();
      return snapshot.stateWord() + (why.isEmpty() ? "" : ": " + why);
    }
    return snapshot.state() == SnapshotState.COMPLETED
        ? snapshot.stateWord()
        : snapshot.stateWord() + " " + snapshot.percent() + " %";
  }
}
