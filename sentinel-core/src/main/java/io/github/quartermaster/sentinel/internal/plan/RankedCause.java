package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import java.util.List;

/**
 * A component and its part of the blame.
 *
 * @param component which one
 * @param aliases further names of it, sorted
 * @param share its part, above 0, at most 1; those of all causes of a ranking sum to 1
 * @param verified false where its own state is unknown
 */
public record RankedCause(
    ComponentId component, List<ComponentId> aliases, double share, boolean verified) {
  /** Copies the list. */
  public RankedCause {
    aliases = List.copyOf(aliases);
  }
}
