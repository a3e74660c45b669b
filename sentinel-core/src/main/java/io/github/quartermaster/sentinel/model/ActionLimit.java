package io.github.quartermaster.sentinel.model;

import java.time.Duration;

/**
 * A sliding window: at most so many attempts in any time so long.
 *
 * @param max 1 or more
 * @param per longer than zero
 */
public record ActionLimit(int max, Duration per) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if nothing would be allowed, or no time is meant
   */
  public ActionLimit {
    if (max < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException("a limit allows 1 or more in a time longer than zero");
    }
  }
}
