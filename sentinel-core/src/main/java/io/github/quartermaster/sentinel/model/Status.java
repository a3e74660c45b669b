package io.github.quartermaster.sentinel.model;

/**
 * The state of a component in the words of Nagios and with its exit codes (Monitoring Plugins
 * Development Guidelines, "Plugin Return Codes").
 */
public enum Status {
  /** Works. */
  OK(0),
  /** Works, but not for long if nothing is done. */
  WARNING(1),
  /** Does not do its work, or is about to stop. */
  CRITICAL(2),
  /** Could not be found out. */
  UNKNOWN(3);

  private final int exitCode;

  Status(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code by which a plugin of Nagios says this. */
  public int exitCode() {
    return exitCode;
  }
}
