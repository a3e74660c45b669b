package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.internal.run.Timeline.Uptime;
import java.time.Duration;
import java.time.Instant;

/**
 * What the clock and the uptime said at the same moment, so that it shows later whether the clock
 * was set in between.
 *
 * @param wall what the clock said
 * @param uptime how long the machine ran
 */
record ClockMark(Instant wall, Uptime uptime) {
  /** Less is the ordinary work of who keeps the clock right. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  static ClockMark of(Timeline timeline) {
    return new ClockMark(timeline.now(), timeline.uptime());
  }

  /**
   * By how much the clock was set since then, backwards if negative; zero where it was not. After
   * another start of the machine nothing tells a clock that was set forward from time that went by;
   * one that was set back shows by its standing before this moment, which it then is.
   */
  Duration jump(ClockMark now) {
    Duration gone = Duration.between(wall, now.wall);
    Duration jump =
        uptime.boot().equals(now.uptime.boot())
            ? gone.minus(now.uptime.time().minus(uptime.time()))
            : gone.isNegative() ? gone : Duration.ZERO;
    return jump.abs().compareTo(LEAST) < 0 ? Duration.ZERO : jump;
  }
}
