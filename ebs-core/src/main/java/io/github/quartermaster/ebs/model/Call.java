package io.github.quartermaster.ebs.model;

/** The kinds of request that a cloud limits separately, in each region. */
public enum Call {
  /** A snapshot of one volume. */
  CREATE_SNAPSHOT,
  /** Snapshots of an instance's volumes. */
  CREATE_SNAPSHOT_SET,
  /** A copy into the region. */
  COPY_SNAPSHOT,
  /** Anything that only reads. */
  DESCRIBE,
  /** Tags set afterwards. */
  TAG,
  /** A snapshot removed. */
  DELETE,
  /** A volume made from a snapshot. */
  CREATE_VOLUME,
  /** A volume removed. */
  DELETE_VOLUME
}
