package io.github.quartermaster.sentinel.model;

/** How much the daemon writes to its log. Each level has those before it. */
public enum LogLevel {
  /** What kept it from working. */
  ERROR,
  /** What got worse, and what was not done although something is wrong. */
  WARN,
  /** What changed, what was decided and what was done. */
  INFO,
  /** Every round. */
  DEBUG
}
