package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;

/** A provider in one line: what it finds out about one component. */
@FunctionalInterface
public interface Probe {
  /**
   * A fresh reading, in time; an exception means that the state is UNKNOWN.
   *
   * @throws Exception if it cannot be found out
   */
  Reading probe(ProbeContext context) throws Exception;
}
