package io.github.quartermaster.sentinel.internal.plan;

import java.util.BitSet;
import java.util.List;

/**
 * A second opinion that takes no walk: the cause is the component of which most is unexplained and
 * which explains most, as a product. Where it does not name the first of the walk, one of the two
 * is wrong.
 */
final class CrossCheck {
  // trouble is handed up through what has at least half the severity of a warning
  private static final double HANDS_UP = 0.25;

  private final NumberedGraph graph;
  private final Suspicion suspicion;

  CrossCheck(NumberedGraph graph, Suspicion suspicion) {
    this.graph = graph;
    this.suspicion = suspicion;
  }

  /** Whether it would put the first of these nodes first, too; true of an empty list. */
  boolean agrees(List<Integer> nodes) {
    double first = nodes.isEmpty() ? 0 : product(nodes.get(0));
    return nodes.stream().skip(1).allMatch(node -> product(node) <= first);
  }

  private double product(int node) {
    return unexplained(node) * explains(node);
  }

  private double unexplained(int node) {
    Adjacency down = graph.down();
    double explained = 0;
    for (int edge = down.start[node]; edge < down.start[node + 1]; edge++) {
      explained = Math.max(explained, down.weight[edge] * suspicion.severity(down.to[edge]));
    }
    return Math.max(graph.own(node), suspicion.severity(node) * (1 - explained));
  }

  private double explains(int node) {
    Adjacency up = graph.up();
    BitSet seen = new BitSet(graph.size());
    int[] found = new int[graph.size()];
    int count = 0;
    found[count++] = node;
    seen.set(node);
    double sum = 0;
    for (int next = 0; next < count; next++) {
      int current = found[next];
      sum += suspicion.severity(current);
      for (int edge = up.start[current]; edge < up.start[current + 1]; edge++) {
        int dependant = up.to[edge];
        if (!seen.get(dependant) && suspicion.severity(dependant) > HANDS_UP) {
          seen.set(dependant);
          found[count++] = dependant;
        }
      }
    }
    return sum;
  }
}
