package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph and what is known of its components, by numbers: component {@code i} is the one at that
 * place in the order of ids. Nobody changes it once it is made.
 */
final class NumberedGraph {
  private final List<ComponentId> ids;
  private final Adjacency down;
  private final Adjacency up;
  private final double[] severity;
  private final double[] own;
  private final State[] states;

  /** Whether the health of a component is known. */
  enum State {
    /** It was measured. */
    MEASURED,
    /** It should have been, and could not. */
    UNKNOWN,
    /** Nobody wanted to know. */
    UNMEASURED
  }

  /**
   * Numbers a graph.
   *
   * @throws IllegalArgumentException if there is trouble with a component that is not in the graph
   */
  NumberedGraph(DependencyGraph graph, Map<ComponentId, Trouble> troubles) {
    this.ids = graph.components();
    Map<ComponentId, Integer> numbers = new HashMap<>(ids.size() * 2);
    for (int node = 0; node < ids.size(); node++) {
      numbers.put(ids.get(node), node);
    }
    this.severity = new double[ids.size()];
    this.own = new double[ids.size()];
    this.states = new State[ids.size()];
    Arrays.fill(states, State.UNMEASURED);
    troubles.forEach((id, trouble) -> note(number(numbers, id), trouble));
    Edges edges = new Edges(graph.dependencies().size());
    for (int node = 0; node < ids.size(); node++) {
      for (Dependency dependency : graph.prerequisitesOf(ids.get(node))) {
        edges.add(node, number(numbers, dependency.prerequisite()), dependency.weight());
      }
    }
    this.down = edges.adjacency(ids.size());
    this.up = down.reversed();
  }

  private static int number(Map<ComponentId, Integer> numbers, ComponentId id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("there is no component " + id + " in this graph");
    }
    return number;
  }

  private void note(int node, Trouble trouble) {
    severity[node] = trouble.severity().value();
    own[node] = trouble.own().value();
    states[node] = trouble.known() ? State.MEASURED : State.UNKNOWN;
  }

  int size() {
    return ids.size();
  }

  ComponentId id(int node) {
    return ids.get(node);
  }

  /** The edges to what each needs, sorted. */
  Adjacency down() {
    return down;
  }

  /** The same edges from those that need it, sorted. */
  Adjacency up() {
    return up;
  }

  /** How sick it was found; 0 where nothing is known. */
  double severity(int node) {
    return severity[node];
  }

  /** What of that cannot come from anything that it needs. */
  double own(int node) {
    return own[node];
  }

  boolean isMeasured(int node) {
    return states[node] == State.MEASURED;
  }

  boolean isUnknown(int node) {
    return states[node] == State.UNKNOWN;
  }

  boolean anyUnknown() {
    for (State state : states) {
      if (state == State.UNKNOWN) {
        return true;
      }
    }
    return false;
  }
}
