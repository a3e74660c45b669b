package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * What is to be checked.
 *
 * @param checks in the order of the file; no name twice
 */
public record SentinelConfig(List<CheckSpec> checks) {
  /** Copies the list. */
  public SentinelConfig {
    checks = List.copyOf(checks);
  }
}
