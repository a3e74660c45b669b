package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.util.List;

/**
 * What is to be done where a component is the probable cause.
 *
 * @param name unique within the configuration; what was tried is remembered by it
 * @param cause the component
 * @param from the least score of it at which anything is done
 * @param steps the ladder: a step is tried after the one before had no effect; never empty
 * @param coolDown how long after an attempt nothing more is tried; doubles with every attempt
 *     without effect
 * @param limits how often it may be tried, besides the limits of all remedies
 * @param allowIrreversible whether a step may do what cannot be undone
 */
public record Remedy(
    String name,
    ComponentId cause,
    Score from,
    List<RemedyStep> steps,
    Duration coolDown,
    List<ActionLimit> limits,
    boolean allowIrreversible) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no step
   */
  public Remedy {
    steps = List.copyOf(steps);
    limits = List.copyOf(limits);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a remedy has a step at least");
    }
  }
}
