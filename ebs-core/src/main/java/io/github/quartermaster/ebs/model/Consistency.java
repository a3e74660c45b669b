package io.github.quartermaster.ebs.model;

/** Which snapshots of a run share a point in time. */
public enum Consistency {
  /** Each volume has its own. */
  VOLUME,
  /** The volumes of one instance have the same: one crash-consistent set. */
  INSTANCE
}
