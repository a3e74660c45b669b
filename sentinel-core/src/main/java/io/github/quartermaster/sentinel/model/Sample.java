package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading with its circumstances.
 *
 * @param check the check that gave it
 * @param blame whose trouble it can be, as its provider knows
 * @param reading what was found out
 * @param at when it was
 * @param took how long it took
 */
public record Sample(String check, Blame blame, Reading reading, Instant at, Duration took) {
  /** A sample that may show the trouble of something that the component depends on. */
  public Sample(String check, Reading reading, Instant at, Duration took) {
    this(check, Blame.INHERITABLE, reading, at, took);
  }
}
