package io.github.quartermaster.sentinel.internal.plan;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When everything related is looked at anew: a moment after something gave reason to, so that what
 * fails together is seen together; one look at a time, and never one on the heels of another. All
 * times count from the beginning of watching on a clock that never jumps. For one thread.
 */
public final class GatherTimer {
  /** How long to wait for further reasons. */
  public static final Duration DEBOUNCE = Duration.ofSeconds(2);

  /** The least time from the end of a look to the beginning of the next. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  private final Duration debounce;
  private final Duration pause;
  private @Nullable Duration wanted;
  private @Nullable Duration ended;
  private boolean running;

  /** With the usual times. */
  public GatherTimer() {
    this(DEBOUNCE, PAUSE);
  }

  /** With these times. */
  public GatherTimer(Duration debounce, Duration pause) {
    this.debounce = debounce;
    this.pause = pause;
  }

  /** There is a reason to look. */
  public void trigger(Duration now) {
    at(now.plus(debounce));
  }

  /** A look is wanted at a time, if none is wanted earlier. */
  public void at(Duration time) {
    if (wanted == null || time.compareTo(wanted) < 0) {
      wanted = time;
    }
  }

  /** When the next look may begin; nothing where none is wanted, or one is under way. */
  public Optional<Duration> next() {
    if (wanted == null || running) {
      return Optional.empty();
    }
    Duration soonest = ended == null ? wanted : ended.plus(pause);
    return Optional.of(wanted.compareTo(soonest) < 0 ? soonest : wanted);
  }

  /** Whether one may begin now. */
  public boolean isDue(Duration now) {
    return next().filter(time -> time.compareTo(now) <= 0).isPresent();
  }

  /** It begins; what was wanted until now is met by it. */
  public void began() {
    wanted = null;
    running = true;
  }

  /** It is over. */
  public void ended(Duration now) {
    running = false;
    ended = now;
  }

  /** Nothing is wrong any more. */
  public void cancel() {
    wanted = null;
  }
}
