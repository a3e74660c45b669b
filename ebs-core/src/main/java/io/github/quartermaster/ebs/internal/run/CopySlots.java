package io.github.quartermaster.ebs.internal.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The copies into one region: as many at once as the cloud allows, the others in turn. For the
 * deciding thread.
 */
final class CopySlots {
  private final int most;
  private final Consumer<Task> start;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final Set<Task> taken = new HashSet<>();

  CopySlots(int most, Consumer<Task> start) {
    this.most = most;
    this.start = start;
  }

  /** Starts the copy as soon as there is a slot. */
  void offer(Task copy) {
    waiting.addLast(copy);
    fill();
  }

  /** A copy that nobody had to start holds a slot too. */
  void take(Task copy) {
    waiting.remove(copy);
    taken.add(copy);
  }

  /** The copy needs its slot no more. */
  void free(Task copy) {
    if (taken.remove(copy)) {
      fill();
    }
  }

  boolean isCrowded() {
    return !waiting.isEmpty();
  }

  private void fill() {
    while (taken.size() < most && !waiting.isEmpty()) {
      Task next = waiting.removeFirst();
      taken.add(next);
      start.accept(next);
    }
  }
}
