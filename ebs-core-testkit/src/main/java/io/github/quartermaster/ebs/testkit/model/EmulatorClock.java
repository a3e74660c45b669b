package io.github.quartermaster.ebs.testkit.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time the emulator lives in. It stands still until it is {@linkplain #advance advanced}, or
 * runs with the machine's clock, faster if wished; it never goes back. It is an ordinary {@link
 * Clock}, so the code under test can live in the same time. Safe for use by several threads; a
 * clock seen in another zone is the same clock.
 */
public final class EmulatorClock extends Clock {
  private final Time time;
  private final ZoneId zone;

  private EmulatorClock(Time time, ZoneId zone) {
    this.time = time;
    this.zone = zone;
  }

  /** A clock that stands still at that time. */
  public static EmulatorClock standing(Instant start) {
    return new EmulatorClock(new Time(start, 0), ZoneOffset.UTC);
  }

  /**
   * A clock that starts at the machine's time and runs.
   *
   * @param speed virtual seconds per second of the machine; 1 is real time
   * @throws IllegalArgumentException if {@code speed} is negative or no number
   */
  public static EmulatorClock running(double speed) {
    if (!(speed >= 0 && speed <= 1e6)) {
      throw new IllegalArgumentException("speed must be from 0 to 1000000; it is " + speed);
    }
    return new EmulatorClock(new Time(Instant.now(), speed), ZoneOffset.UTC);
  }

  /**
   * Moves the time on, beside what it runs by itself.
   *
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not go back; the duration is " + duration);
    }
    time.advance(duration);
  }

  @Override
  public Instant instant() {
    return time.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EmulatorClock(time, other);
  }

  /** A point of virtual time, and the machine's at which it was set. */
  private static final class Time {
    private final double speed;
    private final long startOfMachine = System.nanoTime();
    private Instant start;

    Time(Instant start, double speed) {
      this.start = start;
      this.speed = speed;
    }

    synchronized void advance(Duration duration) {
      start = start.plus(duration);
    }

    synchronized Instant now() {
      return start.plusNanos((long) ((System.nanoTime() - startOfMachine) * speed));
    }
  }
}
