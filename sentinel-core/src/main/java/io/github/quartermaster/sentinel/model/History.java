package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was tried before and how it went since: all that guard rails remember. It outlives the
 * program.
 *
 * @param attempts in the order in which they began
 * @param recoveries of components on which something was tried; no target twice
 */
public record History(List<Attempt> attempts, List<Recovery> recoveries) {
  /** Nothing was ever tried. */
  public static final History NONE = new History(List.of(), List.of());

  /** Copies the lists. */
  public History {
    attempts = List.copyOf(attempts);
    recoveries = List.copyOf(recoveries);
  }

  /** How a component does on which something was tried. */
  public Optional<Recovery> recovery(ComponentId target) {
    return recoveries.stream().filter(each -> each.target().equals(target)).findFirst();
  }

  /** The same with one attempt more. */
  public History and(Attempt attempt) {
    List<Attempt> more = new ArrayList<>(attempts);
    more.add(attempt);
    return new History(more, recoveries);
  }

  /** The same with other attempts. */
  public History withAttempts(List<Attempt> others) {
    return new History(others, recoveries);
  }

  /** The same with the news of one component in the place of the old ones. */
  public History with(Recovery recovery) {
    List<Recovery> others = new ArrayList<>(recoveries);
    others.removeIf(each -> each.target().equals(recovery.target()));
    others.add(recovery);
    return new History(attempts, others);
  }

  /**
   * The same as if all of it had been so much later. Where the machine's clock is set, what is
   * remembered is moved along with it, so that everything stays as long ago as it is.
   */
  public History movedBy(Duration time) {
    return new History(
        attempts.stream().map(each -> each.movedBy(time)).toList(),
        recoveries.stream().map(each -> each.movedBy(time)).toList());
  }
}
