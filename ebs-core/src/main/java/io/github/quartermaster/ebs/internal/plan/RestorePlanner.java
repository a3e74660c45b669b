package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.NO_VOLUMES;
import static io.github.quartermaster.ebs.model.ProblemCode.RESTORE_IMPOSSIBLE;
import static io.github.quartermaster.ebs.model.ProblemCode.RUN_UNKNOWN;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestoreFindings;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which snapshot each volume is made from again, and what the new one is like. What is not
 * whole is named, never passed over in favour of something else of the same run.
 */
public final class RestorePlanner {
  private final RestoreWish wish;
  private final RestoreFindings findings;
  private final VolumeDesign design;

  private RestorePlanner(RestoreWish wish, RestoreFindings findings) {
    this.wish = wish;
    this.findings = findings;
    design = new VolumeDesign(wish);
  }

  /** Makes the plan; never fails, since what is wrong is among its problems. */
  public static RestorePlan plan(RestoreWish wish, RestoreFindings findings) {
    return new RestorePlanner(wish, findings).plan();
  }

  private RestorePlan plan() {
    SortedMap<VolumeId, List<Snapshot>> candidates = candidates();
    List<PlannedRestore> volumes = new ArrayList<>();
    candidates.forEach((volume, snapshots) -> volumes.add(plan(volume, snapshots)));
    return new RestorePlan(
        wish.id(),
        wish.onlyRun(),
        wish.region(),
        volumes,
        findings.attached(),
        problems(candidates.keySet()));
  }

  /** What its tags say that it is, and is of what is wanted, by volume. */
  private SortedMap<VolumeId, List<Snapshot>> candidates() {
    return findings.snapshots().stream()
        .filter(snapshot -> snapshot.region().equals(wish.region()))
        .filter(OurSnapshots::isAsTagged)
        .filter(
            snapshot ->
                wish.run()
                    .map(run -> snapshot.tag(OurTags.RUN).filter(run.value()::equals).isPresent())
                    .orElse(true))
        .filter(snapshot -> wish.wants(snapshot.sourceVolume()))
        .collect(Collectors.groupingBy(Snapshot::sourceVolume, TreeMap::new, Collectors.toList()));
  }

  private List<Problem> problems(Set<VolumeId> found) {
    List<Problem> problems = new ArrayList<>();
    Optional<RunId> run = wish.run();
    if (found.isEmpty() && wish.chosen().isEmpty()) {
      problems.add(
          run.map(
                  named ->
                      Problem.error(
                          RUN_UNKNOWN,
                          named,
                          "tried to find run "
                              + named
                              + " in "
                              + wish.region()
                              + "; no snapshot there carries its tags",
                          "Check the id, and whether its copies are in another region"))
              .orElseGet(
                  () ->
                      Problem.error(
                          NO_VOLUMES,
                          wish.region(),
                          "tried to find snapshots in "
                              + wish.region()
                              + "; none there carries our tags",
                          "Back up first, or name the region that has the copies")));
    }
    Set<VolumeId> missing = new TreeSet<>(wish.chosen());
    missing.removeAll(found);
    for (VolumeId volume : missing) {
      problems.add(
          impossible(
              volume,
              wish.region()
                  + " has no snapshot of it"
                  + run.map(named -> " by run " + named).orElse(" with our tags"),
              "Check the id, name another run, or leave it out"));
    }
    // a run that is named whole must be whole; what is named one by one is looked at one by one
    run.filter(findings.unfinished()::contains)
        .filter(named -> wish.chosen().isEmpty())
        .ifPresent(
            named ->
                problems.add(
                    Problem.error(
                        RESTORE_IMPOSSIBLE,
                        named,
                        "tried to plan a restore of run "
                            + named
                            + "; its journal here says that it is not finished, so that volumes of"
                            + " it may be missing",
                        "Finish the run, or name the volumes to restore")));
    return problems;
  }

  private PlannedRestore plan(VolumeId volume, List<Snapshot> snapshots) {
    @Nullable Volume old = findings.volumes().get(volume);
    Snapshot best = snapshots.stream().sorted(bestFirst()).findFirst().orElseThrow();
    Optional<Problem> trouble = trouble(volume, best);
    if (trouble.isPresent()) {
      return new PlannedRestore(volume, best, null, null, old, null, List.of(trouble.get()));
    }
    VolumeDesign.Drawn drawn = design.of(best, old);
    Optional<Volume> made = made(volume);
    List<Problem> problems = new ArrayList<>();
    if (drawn.creation().isEmpty()) {
      problems.add(
          impossible(
              volume, drawn.missing(), "Say which type and which zone the new one is to have"));
    }
    made.filter(volumeMade -> volumeMade.state().equals("error"))
        .ifPresent(
            broken ->
                problems.add(
                    impossible(
                        volume,
                        "restore " + wish.id() + " made " + broken.id() + ", which is broken",
                        "Remove that volume, and give the restore another id")));
    return new PlannedRestore(
        volume,
        best,
        drawn.creation().orElse(null),
        made.orElse(null),
        old,
        attachment(best, old).orElse(null),
        problems);
  }

  /** Of a run the one that was meant; of all runs the newest that will do. */
  private Comparator<Snapshot> bestFirst() {
    Comparator<Snapshot> usable = Comparator.comparing(snapshot -> !isUsable(snapshot));
    return wish.run().isPresent()
        ? usable.thenComparing(Snapshot.KEPT_FIRST)
        : usable
            .thenComparing(Snapshot::startedAt, Comparator.reverseOrder())
            .thenComparing(Snapshot::id);
  }

  private static boolean isUsable(Snapshot snapshot) {
    return snapshot.state() == SnapshotState.COMPLETED && !snapshot.isArchived();
  }

  private Optional<Problem> trouble(VolumeId volume, Snapshot snapshot) {
    if (isUsable(snapshot)) {
      return Optional.empty();
    }
    String which = snapshot.id() + " in " + snapshot.region();
    if (snapshot.state() == SnapshotState.ERROR) {
      String why = snapshot.stateMessage().isBlank() ? "no reason given" : snapshot.stateMessage();
      return Optional.of(
          impossible(
              volume,
              "its snapshot " + which + " failed: " + why,
              "Name another run, or leave the volume out"));
    }
    if (snapshot.isArchived()) {
      return Optional.of(
          impossible(
              volume,
              "its snapshot " + which + " is archived",
              "Restore the snapshot to the standard tier first, which takes up to three days, or"
                  + " name another run"));
    }
    return Optional.of(
        impossible(
            volume,
            "its snapshot "
                + which
                + " is not whole: its state is "
                + snapshot.stateWord()
                + ", "
                + snapshot.percent()
                + " % of it done",
            "Wait for the run, name another one, or leave the volume out"));
  }

  private Problem impossible(VolumeId volume, String why, String remedy) {
    return Problem.error(
        RESTORE_IMPOSSIBLE,
        volume,
        "tried to plan a new volume for " + volume + "; " + why,
        remedy);
  }

  /** What an earlier call of this restore made; broken ones last. */
  private Optional<Volume> made(VolumeId source) {
    return findings.made().stream()
        .filter(volume -> source.value().equals(volume.tags().get(OurTags.SOURCE_VOLUME)))
        .filter(volume -> !volume.state().startsWith("delet"))
        .min(
            Comparator.<Volume, Boolean>comparing(volume -> volume.state().equals("error"))
                .thenComparing(Volume::id));
  }

  /** As it is now, else as it was; what was elsewhere is attached to nothing here. */
  private static Optional<Volume.Attachment> attachment(Snapshot snapshot, @Nullable Volume old) {
    return Optional.ofNullable(old)
        .flatMap(VolumeShape::of)
        .flatMap(VolumeShape::attached)
        .or(() -> VolumeTags.shape(snapshot).flatMap(VolumeShape::attached));
  }
}
