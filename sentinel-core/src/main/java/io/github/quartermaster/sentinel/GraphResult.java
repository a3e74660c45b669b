package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Problem;
import java.util.List;

/**
 * Which component needs which.
 *
 * @param components in the order of the configuration
 * @param graph their dependencies
 * @param problems dependencies that lead nowhere or in a circle, checks without components
 */
public record GraphResult(
    List<Component> components, DependencyGraph graph, List<Problem> problems) {
  /** Copies the lists. */
  public GraphResult {
    components = List.copyOf(components);
    problems = List.copyOf(problems);
  }
}
