package io.github.quartermaster.maven;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When a goal started, and how long its work took, both to the millisecond. */
public record Timing(Instant startedAt, Duration elapsed) {
  /** Cuts off what is finer than a millisecond. */
  public Timing {
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    elapsed = elapsed.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The duration in seconds, as reports carry it. */
  public double elapsedSeconds() {
    return elapsed.toMillis() / 1000.0;
  }
}
