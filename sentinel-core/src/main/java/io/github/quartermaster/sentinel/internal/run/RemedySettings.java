package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Healing;
import java.nio.file.Path;
import java.util.Map;

/**
 * What remedies are carried out with.
 *
 * @param healing the remedies and their guard rails, in the mode that holds
 * @param actions the known types of action, by type
 * @param state the folder for the history and the audit log; made where something may be done
 * @param host the name of this machine
 * @param config tells one configuration from another, such as its digest
 */
public record RemedySettings(
    Healing healing, Map<String, ActionFactory> actions, Path state, String host, String config) {
  /** Copies the map. */
  public RemedySettings {
    actions = Map.copyOf(actions);
  }
}
