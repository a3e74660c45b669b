package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading with its circumstances.
 *
 * @param check the check that gave it, or the source where another monitor said it
 * @param blame whose trouble it can be, as its provider knows
 * @param reading what was found out
 * @param at when it was
 * @param took how long it took
 * @param outside whether another monitor said it, so that Sentinel has not found it out by itself
 */
public record Sample(
    String check, Blame blame, Reading reading, Instant at, Duration took, boolean outside) {
  /** A sample that Sentinel took itself. */
  public Sample(String check, Blame blame, Reading reading, Instant at, Duration took) {
    this(check, blame, reading, at, took, false);
  }

  /** A sample that may show the trouble of something that the component depends on. */
  public Sample(String check, Reading reading, Instant at, Duration took) {
    this(check, Blame.INHERITABLE, reading, at, took);
  }
}
