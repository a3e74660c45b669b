package io.github.quartermaster.amp.maven.report;

import java.time.Duration;
import java.time.Instant;

/** When a goal started, and how long its work took. */
public record Timing(Instant startedAt, Duration elapsed) {
  /** The duration in seconds, to the millisecond, as reports carry it. */
  double elapsedSeconds() {
    return elapsed.toMillis() / 1000.0;
  }
}
