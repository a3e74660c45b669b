package io.github.quartermaster.ebs.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A policy of ours that is there.
 *
 * @param group what its tag says
 * @param failed whether the scheduler says that it cannot carry it out
 * @param message why not, in the scheduler's words; may be empty
 * @param settings what it says, named as in {@link LifecyclePolicy#settings()}; what such a policy
 *     would not have is there by a name of its own
 */
public record FoundPolicy(
    PolicyId id, String group, boolean failed, String message, Map<String, String> settings) {
  /** Copies the map. */
  public FoundPolicy {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
