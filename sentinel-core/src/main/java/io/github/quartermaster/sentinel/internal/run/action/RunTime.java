package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Deadline;
import java.time.Duration;

/** How long something may take, so that its end is still heard before a deadline. */
final class RunTime {
  // what killing a program and telling of it takes
  private static final Duration RESERVE = Duration.ofMillis(700);
  private static final int RESERVE_PART = 4;

  private RunTime() {}

  static Duration of(Deadline deadline) {
    Duration left = deadline.remaining();
    Duration part = left.dividedBy(RESERVE_PART);
    return left.minus(part.compareTo(RESERVE) < 0 ? part : RESERVE);
  }
}
