package io.github.quartermaster.sentinel.model;

import java.util.Map;

/**
 * What an action gets to know.
 *
 * @param target the component that it is about
 * @param remedy the name of the remedy
 * @param facts what may be handed to programs, as variables of the environment: names that begin
 *     with {@code SENTINEL_}, of a fixed list, never from outside
 * @param deadline when it has to be done; then it is interrupted
 */
public record ActionContext(
    ComponentId target, String remedy, Map<String, String> facts, Deadline deadline) {
  /** Copies the map. */
  public ActionContext {
    facts = Map.copyOf(facts);
  }
}
