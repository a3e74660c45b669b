package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cloud was found to hold, as far as it decides what may be removed.
 *
 * @param chosen the regions in which something may be removed
 * @param snapshots those that carry our tag: of the chosen regions, and of those that copies go to
 * @param uses what needs snapshots of the chosen regions
 * @param unsure the regions of which an answer failed or may be incomplete, each with the reason
 */
public record PruneFindings(
    Set<Region> chosen,
    List<Snapshot> snapshots,
    List<SnapshotUse> uses,
    Map<Region, Problem> unsure) {
  /** Copies the collections. */
  public PruneFindings {
    chosen = Set.copyOf(chosen);
    snapshots = List.copyOf(snapshots);
    uses = List.copyOf(uses);
    unsure = Map.copyOf(unsure);
  }
}
