package io.github.quartermaster.it;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waiting for what another process does. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Waiting() {}

  /** What is there once it is; what fails is asked again until the patience ends. */
  static <T> T until(String what, Callable<Optional<T>> attempt) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        Optional<T> found = attempt.call();
        if (found.isPresent()) {
          return found.get();
        }
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting until " + what, e);
      } catch (Exception e) {
        last = e;
      }
    }
    throw new AssertionError("waited " + PATIENCE + " until " + what, last);
  }

  /** Waits until something holds. */
  static void untilTrue(String what, Callable<Boolean> holds) {
    until(what, () -> holds.call() ? Optional.of(true) : Optional.empty());
  }
}
