package io.github.quartermaster.sentinel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Two clocks: one that never jumps, by which all waiting is counted, and the machine's, which dates
 * what is found and which people and daemons set. For one thread.
 */
final class WatchTime {
  /** What a machine under load is late, and what time daemons correct by and by, is less. */
  private static final Duration JUMP = Duration.ofSeconds(5);

  private final Clock clock;
  private final LongSupplier nanos;
  private final long begunAt;
  private final Instant begun;
  private Duration drift = Duration.ZERO;

  /**
   * Begins now.
   *
   * @param nanos never jumps, such as {@link System#nanoTime}
   */
  WatchTime(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    this.begunAt = nanos.getAsLong();
    this.begun = clock.instant();
  }

  /** When it began, by the machine's clock. */
  Instant begun() {
    return begun;
  }

  /** How long ago that is. */
  Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - begunAt);
  }

  /** How far the machine's clock jumped since this was last asked, if it did. */
  Optional<Duration> jump() {
    Duration now = Duration.between(begun, clock.instant()).minus(elapsed());
    Duration by = now.minus(drift);
    drift = now;
    return by.abs().compareTo(JUMP) > 0 ? Optional.of(by) : Optional.empty();
  }
}
