package io.github.quartermaster.sentinel.internal.run;

import java.time.Duration;
import java.time.Instant;

/** Where time comes from: the machine's, or one of a test. */
public interface Timeline {
  /** What the machine's clock says, which may be set at any time. */
  Instant now();

  /** How long the machine runs, whatever its clock says. */
  Uptime uptime();

  /**
   * Waits.
   *
   * @throws InterruptedException if somebody wants the thread to end
   */
  void sleep(Duration time) throws InterruptedException;

  /**
   * How long the machine runs.
   *
   * @param boot tells one start of the machine from another
   * @param time since then
   */
  record Uptime(String boot, Duration time) {}
}
