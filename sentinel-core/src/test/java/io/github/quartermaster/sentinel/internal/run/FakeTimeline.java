package io.github.quartermaster.sentinel.internal.run;

import java.time.Duration;
import java.time.Instant;

/** Time that goes by when a test says so, and a clock that may be set. */
final class FakeTimeline implements Timeline {
  static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

  private Duration gone = Duration.ofHours(100);
  private Duration begun = Duration.ZERO;
  private Instant wall = START;
  private int boot;
  private Runnable whileAsleep = () -> {};

  /** How long all of it takes, whatever clocks say. */
  Duration really() {
    return gone;
  }

  void goOn(Duration time) {
    gone = gone.plus(time);
    wall = wall.plus(time);
  }

  /** Somebody sets the clock. */
  void setClock(Duration by) {
    wall = wall.plus(by);
  }

  /** The machine is started anew, which takes a minute. */
  void reboot() {
    goOn(Duration.ofMinutes(1));
    boot++;
    begun = gone;
  }

  /** Is called each time that somebody sleeps, after the time went by. */
  void whileAsleep(Runnable newWhileAsleep) {
    whileAsleep = newWhileAsleep;
  }

  @Override
  public Instant now() {
    return wall;
  }

  @Override
  public Uptime uptime() {
    return new Uptime("boot " + boot, gone.minus(begun));
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    goOn(time);
    whileAsleep.run();
  }
}
