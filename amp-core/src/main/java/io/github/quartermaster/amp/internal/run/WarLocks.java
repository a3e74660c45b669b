package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The locks that one run holds. */
final class WarLocks implements AutoCloseable {
  private final Disk disk;
  private final Consumer<Problem> warnings;
  private final NavigableMap<WarTarget, WarLock> held = new TreeMap<>();

  /**
   * Holds nothing yet.
   *
   * @param warnings told of a lock file that could not be deleted
   */
  WarLocks(Disk disk, Consumer<Problem> warnings) {
    this.disk = disk;
    this.warnings = warnings;
  }

  /**
   * Takes the locks of several WARs, always in the same order.
   *
   * @throws AmpException if one of them cannot be had
   */
  void takeAll(Collection<WarTarget> wars) {
    new TreeSet<>(wars).forEach(this::take);
  }

  /**
   * Takes the lock of a WAR, unless it is held here already.
   *
   * @throws AmpException if it cannot be had
   */
  void take(WarTarget war) {
    if (!held.containsKey(war)) {
      held.put(war, WarLock.take(disk, war));
    }
  }

  /** Gives all locks back, whatever happens to one of them. */
  @Override
  public void close() {
    Map.Entry<WarTarget, WarLock> last = held.pollLastEntry();
    if (last != null) {
      try {
        close(last.getKey(), last.getValue());
      } finally {
        close();
      }
    }
  }

  private void close(WarTarget war, WarLock lock) {
    try {
      lock.close();
    } catch (IOException failure) {
      warnings.accept(
          Problem.warning(
              ProblemCode.WRITE_FAILED,
              war,
              "tried to delete the lock file " + war.lockFile() + "; " + Failures.reason(failure),
              "It hinders nobody; delete it, or leave that to the next run"));
    }
  }
}
