package io.github.quartermaster.ebs.model;

/**
 * The kinds of problem that reading, planning and running can meet. The names are stable: reports
 * carry them, and the troubleshooting page explains each.
 */
public enum ProblemCode {
  /** What was asked for contradicts itself or is incomplete. */
  INVALID_REQUEST,
  /** The volumes file is not there or cannot be read. */
  VOLUMES_FILE_UNREADABLE,
  /** A line of the volumes file cannot be understood. */
  VOLUMES_FILE_MALFORMED,
  /** A volume or a destination is named twice. */
  DUPLICATE_VOLUME,
  /** No volume was named or found. */
  NO_VOLUMES,
  /** There is no such region, or the account has not opted in to it. */
  REGION_UNKNOWN,
  /** There is no such volume in the region. */
  VOLUME_NOT_FOUND,
  /** The volume is being made or deleted, or is broken. */
  VOLUME_NOT_READY,
  /** The cloud does not accept the credentials, or has none to look at. */
  CREDENTIALS_REFUSED,
  /** The credentials may not do what the plan needs. */
  PERMISSION_DENIED,
  /** A name or description holds more than the cloud keeps, or other characters, and is changed. */
  TEXT_CUT,
  /** The plan is expected to cost more than allowed. */
  COST_TOO_HIGH,
  /** The cloud cannot do what was asked for, such as copies to other regions. */
  UNSUPPORTED,
  /** Volumes cannot be snapshotted together as one set. */
  SET_IMPOSSIBLE,
  /** A limit of the account forbids it. */
  QUOTA_REACHED,
  /** The cloud refused to make a snapshot. */
  SNAPSHOT_REFUSED,
  /** A snapshot was begun and failed. */
  SNAPSHOT_FAILED,
  /** A snapshot of ours is gone. */
  SNAPSHOT_LOST,
  /** The key of the copies is not there, or cannot encrypt them. */
  KEY_UNUSABLE,
  /** The cloud refused to make a copy. */
  COPY_REFUSED,
  /** A copy was begun and failed. */
  COPY_FAILED,
  /** Time ran out before it was done. */
  NOT_FINISHED,
  /** A second snapshot of the same token was found. */
  DUPLICATE_SNAPSHOT,
  /** Tags could not be set. */
  TAGGING_FAILED,
  /** More of a volume's snapshots would be removed than may be at once. */
  PRUNE_TOO_MUCH,
  /** What there is in a region is not known for sure, so that nothing is removed there. */
  PRUNE_UNSURE,
  /** A snapshot was to be removed, and is not. */
  PRUNE_FAILED,
  /** A snapshot or copy that was promised is not there. */
  BACKUP_MISSING,
  /** A snapshot or copy is not whole yet. */
  SNAPSHOT_NOT_WHOLE,
  /** A snapshot or copy has another size than what it is of. */
  SIZE_DIFFERS,
  /** A snapshot or copy is not encrypted, or not with the key that was wanted. */
  ENCRYPTION_DIFFERS,
  /** Our tags are not whole, or say something else than what is so. */
  TAGS_DIFFER,
  /** A snapshot is archived, so that its blocks cannot be read. */
  SNAPSHOT_ARCHIVED,
  /** The blocks of a snapshot could not be listed or read. */
  BLOCKS_UNREADABLE,
  /** A copy holds other blocks or other data than what it is a copy of. */
  BLOCKS_DIFFER,
  /** The data of a block is not what its own checksum says. */
  BLOCKS_DAMAGED,
  /** The cloud's scheduler cannot do what the volumes file says. */
  HANDOVER_IMPOSSIBLE,
  /** A policy or a tag could not be changed. */
  HANDOVER_FAILED,
  /** A policy of ours is for no volume, is there twice, or cannot be carried out. */
  POLICY_ODD,
  /** What is to be restored is not whole, or too little is known of it. */
  RESTORE_IMPOSSIBLE,
  /** A volume could not be made from its snapshot. */
  RESTORE_FAILED,
  /** A drill's volume does not hold what it should, as the hook says. */
  DRILL_FAILED,
  /** A drill's volume could not be removed. */
  DRILL_LEFT,
  /** The command that freezes an application failed. */
  FREEZE_FAILED,
  /** The command that thaws an application failed. */
  THAW_FAILED,
  /** The cloud could not be reached, or gave no answer that makes sense. */
  CLOUD_UNREACHABLE,
  /** The journal cannot be read, or is another run's. */
  JOURNAL_UNREADABLE,
  /** The journal cannot be written. */
  JOURNAL_UNWRITABLE,
  /** Another process is at work on the same run. */
  RUN_LOCKED,
  /** Nothing of this run is to be found. */
  RUN_UNKNOWN
}
