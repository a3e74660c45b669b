package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Gate;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to check, and when that counts as failed.
 *
 * @param checks the names of the checks, or {@code tag:} and a tag; all where it is empty
 * @param gate when it counts as failed
 * @param patience how long to keep checking until the gate lets through; zero for once
 * @param interval how long to wait between two rounds
 */
public record CheckRequest(Set<String> checks, Gate gate, Duration patience, Duration interval) {
  /** Everything, once, with the usual gate. */
  public static final CheckRequest ALL =
      new CheckRequest(Set.of(), Gate.DEFAULT, Duration.ZERO, Duration.ofSeconds(2));

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if a duration is negative
   */
  public CheckRequest {
    checks = Collections.unmodifiableSet(new TreeSet<>(checks));
    if (patience.isNegative() || interval.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards");
    }
  }
}
