package io.github.quartermaster.ebs.testkit.model;

/** What has happened to a block of a snapshot. */
public enum BlockDamage {
  /** It is not in the snapshot's map any more. */
  MISSING,
  /** It is in the map, though the volume had no data there: all zeros. */
  ADDED,
  /** A bit of its data is another one, and its checksum fits that. */
  CHANGED,
  /** A bit of its data is another one, and its checksum is that of the sound data. */
  FLIPPED
}
