package io.github.quartermaster.sentinel.model;

/**
 * The kinds of problem that reading and checking can meet. The names are stable: reports carry
 * them, and the troubleshooting page explains each.
 */
public enum ProblemCode {
  /** The configuration is not there or cannot be read. */
  CONFIG_UNREADABLE,
  /** The configuration is no YAML. */
  CONFIG_MALFORMED,
  /** The configuration has a key that means nothing there. */
  CONFIG_UNKNOWN_KEY,
  /** The configuration lacks something, or has something of the wrong kind. */
  CONFIG_INVALID,
  /** There is no provider of that type. */
  PROVIDER_UNKNOWN,
  /** A jar or an executable with a provider cannot be used. */
  PROVIDER_UNUSABLE,
  /** A dependency leads to nothing, or to itself. */
  DEPENDENCY_UNKNOWN,
  /** Components need one another in a circle. */
  DEPENDENCY_CYCLE,
  /** A check was asked for that there is not. */
  CHECK_UNKNOWN,
  /** Nothing is there to be checked. */
  NO_CHECKS,
  /** What remedies were tried before cannot be read. */
  STATE_UNREADABLE,
  /** What is decided and tried cannot be written down. */
  STATE_UNWRITABLE,
  /** Another process decides and acts on this machine. */
  STATE_BUSY,
  /** Another monitor cannot be asked, or has not said all. */
  SOURCE_UNAVAILABLE,
  /** Another monitor could not be told. */
  OUTPUT_FAILED,
  /** Another daemon uses the same state folder. */
  DAEMON_RUNNING,
  /** Nobody can listen at the port, or a request could not be answered. */
  PORT_UNUSABLE,
  /** There is no token that requests could show. */
  TOKEN_UNUSABLE,
  /** The service manager could not be told that the daemon is there. */
  SERVICE_MANAGER_UNTOLD
}
