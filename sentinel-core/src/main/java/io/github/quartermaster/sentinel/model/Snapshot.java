package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that one round of gathering found out. All judgement is a function of it.
 *
 * @param host the name of the machine that measured
 * @param at when the round began
 * @param took how long it took
 * @param components what was looked at; no id twice
 * @param samples what was found out; each component has one at least
 */
public record Snapshot(
    String host, Instant at, Duration took, List<Component> components, List<Sample> samples) {
  /** Copies the lists. */
  public Snapshot {
    components = List.copyOf(components);
    samples = List.copyOf(samples);
  }
}
