package io.github.quartermaster.sentinel.model;

/** How far Sentinel goes where something is wrong. */
public enum Mode {
  /** It looks, and decides nothing. */
  OBSERVE,
  /** It decides, says what it would do, and does nothing. */
  DRY_RUN,
  /** It acts, where every guard rail lets it. */
  ACT
}
