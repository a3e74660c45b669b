package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a region was found to hold, as far as a restore or a drill depends on it.
 *
 * @param snapshots those that carry our tags, of the run or of all runs
 * @param volumes those that the snapshots are of, as far as they are there
 * @param attached all volumes of the instances that the old volumes are or were attached to
 * @param made volumes that carry the tag of this restore
 * @param unfinished runs whose journals say so
 */
public record RestoreFindings(
    List<Snapshot> snapshots,
    Map<VolumeId, Volume> volumes,
    List<Volume> attached,
    List<Volume> made,
    Set<RunId> unfinished) {
  /** Copies the collections. */
  public RestoreFindings {
    snapshots = List.copyOf(snapshots);
    volumes = Map.copyOf(volumes);
    attached = List.copyOf(attached);
    made = List.copyOf(made);
    unfinished = Set.copyOf(unfinished);
  }
}
