package io.github.quartermaster.sentinel.internal.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and all that it started, also what lost its parent since: once that has ended, nobody
 * can tell any more where an orphan came from, so they are noted while they run.
 */
final class ProcessTree {
  // listing the processes of a host costs some milliseconds
  private static final long FIRST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LOOKS_APART = 4;
  private static final Duration GRACE = Duration.ofMillis(300);
  private static final int ROUNDS = 3;

  private final ProcessHandle root;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();
  private final long start = System.nanoTime();
  private long nextLook = FIRST_LOOK_NANOS;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** Notes the descendants, now and then. */
  void look() {
    if (System.nanoTime() - start >= nextLook) {
      note();
      nextLook = nextLook * LOOKS_APART;
    }
  }

  /** Asks all to end, and after a moment makes them. */
  void kill() {
    note();
    ask();
    long end = System.nanoTime() + GRACE.toNanos();
    while (System.nanoTime() < end && anyAlive()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    // again and again, since what is being killed may have started more
    for (int round = 0; round < ROUNDS; round++) {
      note();
      root.destroyForcibly();
      seen.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void ask() {
    root.destroy();
    seen.forEach(ProcessHandle::destroy);
  }

  private boolean anyAlive() {
    return root.isAlive() || seen.stream().anyMatch(ProcessHandle::isAlive);
  }

  private void note() {
    root.descendants().forEach(seen::add);
    // their children too: the root may be gone already
    Set.copyOf(seen).forEach(handle -> handle.descendants().forEach(seen::add));
  }
}
