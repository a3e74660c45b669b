package io.github.quartermaster.sentinel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A few checks that have to be made anew, whatever they said before: one that is being made when
 * the look begins is made again. For one thread.
 */
final class FreshLook {
  private final Set<String> toAsk;
  private final Set<String> asked = new TreeSet<>();

  FreshLook(Collection<String> checks) {
    this.toAsk = new TreeSet<>(checks);
  }

  /** The checks to be asked now; they count as asked from then on. */
  List<String> ready(Predicate<String> isBusy) {
    List<String> ready = toAsk.stream().filter(isBusy.negate()).toList();
    ready.forEach(toAsk::remove);
    asked.addAll(ready);
    return ready;
  }

  /** Notes that checks have answered. */
  void answered(Collection<String> checks) {
    asked.removeAll(checks);
  }

  /** Whether all have answered. */
  boolean isComplete() {
    return toAsk.isEmpty() && asked.isEmpty();
  }
}
