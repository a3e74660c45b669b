package io.github.quartermaster.amp.model;

import java.util.List;

/**
 * What is to happen to one WAR.
 *
 * @param war the WAR as it is now
 * @param actions one for each module that an AMP was found for, in the order of their dependencies
 * @param edit the changes to the archive; also told where a problem forbids them
 * @param problems what is wrong or worth knowing about this WAR
 */
public record WarPlan(
    WarInventory war, List<PlannedAction> actions, WarEdit edit, List<Problem> problems) {

  /** Copies the collections. */
  public WarPlan {
    actions = List.copyOf(actions);
    problems = List.copyOf(problems);
  }

  /** Whether the WAR would change. */
  public boolean changes() {
    return !edit.isEmpty();
  }
}
