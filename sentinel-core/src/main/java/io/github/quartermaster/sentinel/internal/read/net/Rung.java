package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One rung of the ladder between a name and an answer, tried.
 *
 * @param reading what was found out
 * @param fault why nothing above it can work, or null where it holds
 */
record Rung(Reading reading, @Nullable Fault fault) {
  /** A rung that holds. */
  static Rung holds(Reading reading) {
    return new Rung(reading, null);
  }

  /** A rung that is broken. */
  static Rung broken(ComponentId component, Fault fault) {
    return new Rung(Reading.down(component, fault.message()).failingAt(fault.layer()), fault);
  }
}
