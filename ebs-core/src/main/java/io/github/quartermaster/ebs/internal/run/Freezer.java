package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.FREEZE_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.THAW_FAILED;

import io.github.quartermaster.ebs.model.FreezeHooks;
import io.github.quartermaster.ebs.model.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Holds an application still around a call. The timer that thaws at the deadline runs before the
 * freeze does, so that there is no moment in which our end would leave anything frozen.
 */
final class Freezer {
  private final FreezeHooks hooks;
  private final Clock clock;
  private final Lock turn = new ReentrantLock();

  Freezer(FreezeHooks hooks, Clock clock) {
    this.hooks = hooks;
    this.clock = clock;
  }

  /**
   * What a frozen call gave.
   *
   * @param value empty where the freeze failed, and nothing was called
   * @param problems of the commands
   */
  record Frozen<T>(Optional<T> value, List<Problem> problems) {}

  /**
   * Freezes, calls, and thaws whatever happened. One call at a time: the commands are the same for
   * all, and what is frozen once cannot be frozen again, nor may one call's thaw cut short
   * another's freeze.
   */
  <T> Frozen<T> around(String subject, Map<String, String> environment, Supplier<T> call) {
    turn.lock();
    try {
      return alone(subject, environment, call);
    } finally {
      turn.unlock();
    }
  }

  private <T> Frozen<T> alone(String subject, Map<String, String> environment, Supplier<T> call) {
    List<Problem> problems = new ArrayList<>();
    Optional<T> value = Optional.empty();
    Instant start = clock.instant();
    HookCommand thaw = new HookCommand(hooks.thaw(), environment);
    try (ThawTimer timer = ThawTimer.start(hooks, environment)) {
      Optional<String> failure = new HookCommand(hooks.freeze(), environment).run(hooks.deadline());
      if (failure.isPresent()) {
        problems.add(freezeFailed(subject, failure.get()));
      } else {
        value = Optional.of(call.get());
        if (Duration.between(start, clock.instant()).compareTo(hooks.deadline()) > 0) {
          problems.add(thawedEarly(subject));
        }
      }
      Optional<String> thawFailure = thaw.run(hooks.deadline());
      if (thawFailure.isPresent()) {
        timer.leave();
        problems.add(thawFailed(subject, thawFailure.get()));
      }
    } catch (ThawTimer.NotStarted e) {
      problems.add(freezeFailed(subject, "no timer for the thaw could be started: " + e.reason()));
    }
    return new Frozen<>(value, problems);
  }

  private static Problem freezeFailed(String subject, String why) {
    return Problem.error(
        FREEZE_FAILED,
        subject,
        "tried to freeze for a snapshot of " + subject + "; " + why,
        "Run the freeze command by hand to see; no snapshot was made");
  }

  private Problem thawedEarly(String subject) {
    return Problem.warning(
        FREEZE_FAILED,
        subject,
        "the call for a snapshot of "
            + subject
            + " took longer than the "
            + hooks.deadline().toSeconds()
            + " s of the freeze, so the application was thawed before the point in time",
        "Take the snapshot for crash-consistent only, or allow a longer freeze");
  }

  private static Problem thawFailed(String subject, String why) {
    return Problem.error(
        THAW_FAILED,
        subject,
        "tried to thaw after a snapshot of " + subject + "; " + why,
        "Thaw by hand at once; the timer will try once more at the deadline");
  }
}
