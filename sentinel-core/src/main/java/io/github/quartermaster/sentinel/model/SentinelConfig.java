package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * What is to be checked, and what is to be done about it.
 *
 * @param checks in the order of the file; no name twice
 * @param healing the remedies and their guard rails
 * @param sources other monitors that are asked or that tell
 * @param outputs other monitors that are told
 * @param watch how the daemon runs
 */
public record SentinelConfig(
    List<CheckSpec> checks,
    Healing healing,
    List<SourceSpec> sources,
    List<OutputSpec> outputs,
    WatchSettings watch) {
  /** Copies the lists. */
  public SentinelConfig {
    checks = List.copyOf(checks);
    sources = List.copyOf(sources);
    outputs = List.copyOf(outputs);
  }

  /** The same with other remedies. */
  public SentinelConfig with(Healing newHealing) {
    return new SentinelConfig(checks, newHealing, sources, outputs, watch);
  }
}
