package io.github.quartermaster.cli;

import java.util.List;

/**
 * A goal as its plugin describes it.
 *
 * @param prefix of the plugin, such as {@code amp}
 * @param name such as {@code apply}
 * @param description what it does
 * @param implementation the name of its class
 */
record Goal(
    String prefix,
    String name,
    String description,
    String implementation,
    List<GoalParameter> parameters) {
  Goal {
    parameters = List.copyOf(parameters);
  }
}
