package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of one volume.
 *
 * @param set the instance whose volumes were snapshotted at one point in time with this one; empty
 *     where it was by itself
 * @param copies in the user's order
 */
public record VolumeOutcome(
    VolumeSpec spec,
    Region region,
    String set,
    SnapshotOutcome snapshot,
    List<CopyOutcome> copies) {
  /** Copies the list. */
  public VolumeOutcome {
    copies = List.copyOf(copies);
  }

  /** Whether the snapshot and all copies are there, whole. */
  public boolean isComplete() {
    return snapshot.isCompleted() && copies.stream().allMatch(copy -> copy.outcome().isCompleted());
  }

  /** What went wrong, the snapshot's first; what both failed for is told once. */
  public List<Problem> problems() {
    return Stream.concat(
            snapshot.problem().stream(),
            copies.stream().flatMap(copy -> copy.outcome().problem().stream()))
        .distinct()
        .toList();
  }

  /** What became of the copy in one region. */
  public record CopyOutcome(Region region, SnapshotOutcome outcome) {}
}
