package io.github.quartermaster.ebs.model;

/**
 * A key as its cloud describes it.
 *
 * @param id the cloud's full name of it
 * @param fitness whether snapshots can be encrypted with it
 * @param words what the cloud says of it that decides that, such as {@code PendingDeletion}
 */
public record EncryptionKey(String id, Fitness fitness, String words) {

  /** Whether snapshots can be encrypted with a key. */
  public enum Fitness {
    /** They can. */
    FIT,
    /** Not until somebody enables it. */
    DISABLED,
    /** It is to be deleted, and is of no use already. */
    BEING_DELETED,
    /** Not now: it is being made, or what holds it is out of reach. */
    NOT_READY,
    /** Never: it is for something else, such as signing. */
    OTHER_KIND
  }
}
