package io.github.quartermaster.ebs.model;

/**
 * Something that needs a snapshot to stay.
 *
 * @param user what it is, such as the id of an image
 */
public record SnapshotUse(SnapshotId snapshot, Kind kind, String user) {
  /** The kinds of user that a cloud can be asked about. */
  public enum Kind {
    /** An image of ours, also one that is disabled or deprecated. */
    IMAGE,
    /** A lock that is in force. */
    LOCK,
    /** A backup that holds only what changed since this one. */
    INCREMENT
  }
}
