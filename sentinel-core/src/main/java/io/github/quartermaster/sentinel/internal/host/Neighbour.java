package io.github.quartermaster.sentinel.internal.host;

/** What the neighbour table says of an address on the same network. */
public enum Neighbour {
  /** It has answered lately. */
  KNOWN,
  /** It was asked for and does not answer. */
  SILENT,
  /** The table says nothing. */
  UNTOLD
}
