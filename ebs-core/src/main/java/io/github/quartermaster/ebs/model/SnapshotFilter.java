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

  /** The greatest number of volumes in one filter, which needs some of the values for states. */
  int MOST_VOLUMES = 190;

  /**
   * Those of volumes that are under way or have failed, whoever made them; no copies.
   *
   * @param volumes 1 to {@link #MOST_VOLUMES}
   */
  record Unfinished(List<VolumeId> volumes) implements SnapshotFilter {
    /** Copies the list. */
    public Unfinished {
      volumes = List.copyOf(volumes);
    }
  }

  /** Those that the cloud's scheduler has made for us: all that carry {@link OurTags#HANDOVER}. */
  record HandedOver() implements SnapshotFilter {}

  /** All that carry {@link OurTags#RUN}. */
  record Ours() implements SnapshotFilter {}
}
