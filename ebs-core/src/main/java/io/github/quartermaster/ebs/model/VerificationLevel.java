package io.github.quartermaster.ebs.model;

/** How deep snapshots are looked into; each level does what those before it do. */
public enum VerificationLevel {
  /** What the cloud tells of each: whether it is there, whole, encrypted as wanted, tagged. */
  STATE,
  /** Which blocks hold data, of a snapshot and of its copies. */
  MAP,
  /** The data of some blocks, chosen at random. */
  SAMPLE
}
