package io.github.quartermaster.sentinel.model;

/**
 * What stands between a probable cause and a remedy, in the order in which it is asked. The first
 * that says no is the recorded reason why nothing was done.
 */
public enum GuardRail {
  /** Acting is not switched on. */
  MODE,
  /** Nothing is configured for the cause in its state. */
  NO_REMEDY,
  /** Another component is more probably the cause; what only shows its trouble is left alone. */
  OTHER_CAUSE,
  /** What was tried before cannot be read, or what is tried could not be written down. */
  MEMORY,
  /** The file that stops all remedies is there. */
  KILL_SWITCH,
  /** People are working on the machine. */
  MAINTENANCE,
  /** The cause was not the same for enough rounds. */
  CONFIRMATION,
  /** The ranking is not sure enough. */
  CONFIDENCE,
  /** The cause has too small a share of the blame. */
  SHARE,
  /** Sentinel has not found out by itself that the component is sick. */
  UNVERIFIED,
  /** The action is not among those that are allowed. */
  ALLOW_LIST,
  /** What it does cannot be undone, and the remedy does not allow that. */
  IRREVERSIBLE,
  /** Something is being done already. */
  IN_FLIGHT,
  /** The last attempt was a short while ago. */
  COOL_DOWN,
  /** There were as many attempts as are allowed in a time. */
  LIMIT,
  /** Attempts failed too often, or one made things worse. */
  BREAKER,
  /** All steps of the remedy were tried without effect. */
  EXHAUSTED,
  /** What the action asks for before it acts is not given. */
  PRECONDITION
}
