package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks that a plan asks for.
 *
 * @param snapshots those that make snapshots of volumes, in the plan's order
 * @param copies those that make copies
 * @param ofVolumes what is expected of each volume that can be backed up
 */
record TaskList(List<Task> snapshots, List<Task> copies, Map<PlannedVolume, OfVolume> ofVolumes) {

  /** What is expected of one volume: a snapshot, and a copy in each destination. */
  record OfVolume(Expected snapshot, Map<Region, Expected> copies) {}

  static TaskList of(BackupPlan plan) {
    TaskList tasks = new TaskList(new ArrayList<>(), new ArrayList<>(), new IdentityHashMap<>());
    Map<Region, Map<VolumeId, PlannedSet>> sets = new LinkedHashMap<>();
    for (PlannedSet set : plan.sets()) {
      set.volumes()
          .forEach(
              volume ->
                  sets.computeIfAbsent(set.creation().region(), region -> new LinkedHashMap<>())
                      .put(volume, set));
    }
    Map<PlannedSet, List<Expected>> members = new LinkedHashMap<>();
    for (PlannedVolume volume : plan.volumes()) {
      if (volume.isPossible()) {
        Expected snapshot = tasks.expect(volume);
        PlannedSet set = sets.getOrDefault(volume.region(), Map.of()).get(volume.spec().id());
        if (set == null) {
          tasks.snapshots.add(
              new Task(
                  volume.token(),
                  volume.region(),
                  List.of(snapshot),
                  () -> Optional.of(volume.creation())));
        } else {
          members.computeIfAbsent(set, s -> new ArrayList<>()).add(snapshot);
        }
      }
    }
    members.forEach(
        (set, expected) ->
            tasks.snapshots.add(
                new Task(
                    set.token(),
                    set.creation().region(),
                    expected,
                    () -> Optional.of(set.creation()))));
    return tasks;
  }

  private Expected expect(PlannedVolume volume) {
    Expected snapshot = Expected.snapshotOf(volume);
    Map<Region, Expected> ofCopies = new LinkedHashMap<>();
    for (PlannedCopy planned : volume.copies()) {
      Expected copy = Expected.copyOf(snapshot, planned);
      ofCopies.put(planned.region(), copy);
      copies.add(
          new Task(
              planned.token(), planned.region(), List.of(copy), () -> creation(planned, snapshot)));
    }
    ofVolumes.put(volume, new OfVolume(snapshot, ofCopies));
    return snapshot;
  }

  /** A copy needs a source that is whole. */
  private static Optional<Creation> creation(PlannedCopy copy, Expected source) {
    return source.isSettled() && source.outcome(null) instanceof SnapshotOutcome.Completed whole
        ? Optional.of(copy.creation(whole.made().id()))
        : Optional.empty();
  }

  List<Task> all() {
    List<Task> all = new ArrayList<>(snapshots);
    all.addAll(copies);
    return all;
  }
}
