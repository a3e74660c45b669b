package io.github.quartermaster.sentinel.model;

/** Whether a check let through what waits behind it. */
public enum GateResult {
  /** Nothing worth a word. */
  PASSED,
  /** Let through with a warning. */
  WARNED,
  /** Stopped, because something is too sick. */
  FAILED,
  /** Stopped, because something could not be found out. */
  FAILED_ON_UNKNOWN;

  /** Whether what waits behind the gate has to stay there. */
  public boolean stops() {
    return this == FAILED || this == FAILED_ON_UNKNOWN;
  }
}
