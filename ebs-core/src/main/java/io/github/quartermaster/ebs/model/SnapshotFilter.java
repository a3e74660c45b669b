package io.github.quartermaster.ebs.model;

import java.util.List;

/**
 * Which of our own account's snapshots in a region are asked for; those that are not there are
 * simply not in the answer.
 */
public sealed interface SnapshotFilter {
  /** The greatest number of ids in one filter (EC2 takes 200 values). */
  int MOST_IDS = 200;

  /**
   * By their ids.
   *
   * @param ids 1 to {@link #MOST_IDS}
   */
  record Ids(List<SnapshotId> ids) implements SnapshotFilter {
    /** Copies the list. */
    public Ids {
      ids = List.copyOf(ids);
    }
  }

  /** Those of a run, by {@link OurTags#RUN}. */
  record OfRun(RunId run) implements SnapshotFilter {}

  /** All that carry {@link OurTags#RUN}. */
  record Ours() implements SnapshotFilter {}
}
