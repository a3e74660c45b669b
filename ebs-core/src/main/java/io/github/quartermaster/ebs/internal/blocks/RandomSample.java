package io.github.quartermaster.ebs.internal.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some of a stream of unknown length, each as likely as any other, in memory for no more than those
 * (Vitter's algorithm R). The same seed chooses the same of the same stream. For use by one thread.
 */
public final class RandomSample<T> {
  private final int size;
  private final SplittableRandom random;
  private final List<T> chosen = new ArrayList<>();
  private long seen;

  /** Of so many at most. */
  public RandomSample(int size, long seed) {
    this.size = size;
    random = new SplittableRandom(seed);
  }

  /** The next of the stream. */
  public void offer(T item) {
    seen++;
    if (chosen.size() < size) {
      chosen.add(item);
      return;
    }
    long place = random.nextLong(seen);
    if (place < size) {
      chosen.set((int) place, item);
    }
  }

  /** Those that are chosen, in no order. */
  public List<T> chosen() {
    return List.copyOf(chosen);
  }
}
