package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the disk remembers, brought up to this moment.
 *
 * @param history times of it as by the clock now
 * @param mark the clock by which they are
 * @param unseen attempts that were in flight when their program ended
 * @param jump by how much the clock was set since it was saved; zero where it was not
 * @param isNews whether it says more than the disk
 */
record Recollection(
    History history, ClockMark mark, List<Attempt> unseen, Duration jump, boolean isNews) {
  private static final String UNSEEN = "nobody saw how it ended: the program that did it was gone";

  /** Nothing is remembered. */
  static Recollection none(ClockMark now) {
    return new Recollection(History.NONE, now, List.of(), Duration.ZERO, false);
  }

  /**
   * Of what was saved.
   *
   * @param alone whether nobody else can be at it: then nobody will end what is in flight
   */
  static Recollection of(Optional<Memory> saved, ClockMark now, boolean alone) {
    if (saved.isEmpty()) {
      return none(now);
    }
    ClockMark mark = saved.get().mark();
    History history = saved.get().history();
    boolean sameBoot = mark.uptime().boot().equals(now.uptime().boot());
    Instant latest = sameBoot ? mark.wall() : latest(history, mark.wall());
    Duration jump = new ClockMark(latest, mark.uptime()).jump(now);
    History moved = jump.isZero() ? history : history.movedBy(jump);
    List<Attempt> attempts = new ArrayList<>();
    List<Attempt> unseen = new ArrayList<>();
    for (Attempt attempt : moved.attempts()) {
      if (alone && attempt.isInFlight()) {
        Attempt ended = attempt.ended(Outcome.UNKNOWN, UNSEEN);
        attempts.add(ended);
        unseen.add(ended);
      } else {
        attempts.add(attempt);
      }
    }
    boolean keepsMark = jump.isZero() && sameBoot;
    return new Recollection(
        moved.withAttempts(attempts),
        keepsMark ? mark : now,
        unseen,
        jump,
        !keepsMark || !unseen.isEmpty());
  }

  /** The latest moment that was certainly before now, whatever the clock says. */
  private static Instant latest(History history, Instant saved) {
    return Stream.of(
            Stream.of(saved),
            history.attempts().stream().map(Attempt::at),
            history.recoveries().stream().map(Recovery::seen))
        .flatMap(times -> times)
        .max(Instant::compareTo)
        .orElse(saved);
  }
}
