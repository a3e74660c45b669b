package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The moment by which something has to be done. Immutable and safe for use by several threads. */
public final class Deadline {
  private final LongSupplier nanoTime;
  private final long end;

  private Deadline(LongSupplier nanoTime, long end) {
    this.nanoTime = nanoTime;
    this.end = end;
  }

  /** So long from now, whatever happens to the machine's date. */
  public static Deadline in(Duration time) {
    return in(time, System::nanoTime);
  }

  /** The same by another clock of nanoseconds. */
  public static Deadline in(Duration time, LongSupplier nanoTime) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
  }

  /** How long there is left; zero where the time is over. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
  }

  /** The remaining time in milliseconds, at least 1, as a time-out of sockets wants it. */
  public int remainingMillis() {
    long millis = TimeUnit.NANOSECONDS.toMillis(Math.max(0, end - nanoTime.getAsLong()));
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis));
  }

  /** Whether the time is over. */
  public boolean isOver() {
    return end - nanoTime.getAsLong() <= 0;
  }

  /** This one or one so long from now, whichever is sooner. */
  public Deadline orIn(Duration time) {
    long other = nanoTime.getAsLong() + time.toNanos();
    return other - end < 0 ? new Deadline(nanoTime, other) : this;
  }
}
