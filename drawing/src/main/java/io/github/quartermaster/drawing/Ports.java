package io.github.quartermaster.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where along the side of its node each edge leaves or arrives: next to one another instead of all
 * in one point, ordered by where they lead so that they do not cross at once.
 */
final class Ports {
  private static final double WIDEST = 28;

  private final double[] exits;
  private final double[] entries;

  Ports(LayeredGraph graph, double[] y, double step) {
    List<int[]> routes = graph.routes();
    exits = new double[routes.size()];
    entries = new double[routes.size()];
    Map<Integer, List<Integer>> leaving = new HashMap<>();
    Map<Integer, List<Integer>> arriving = new HashMap<>();
    for (int edge = 0; edge < routes.size(); edge++) {
      int[] route = routes.get(edge);
      leaving.computeIfAbsent(route[0], key -> new ArrayList<>()).add(edge);
      arriving.computeIfAbsent(route[route.length - 1], key -> new ArrayList<>()).add(edge);
    }
    leaving.values().forEach(edges -> spread(edges, exits, step, edge -> y[routes.get(edge)[1]]));
    arriving
        .values()
        .forEach(
            edges ->
                spread(
                    edges,
                    entries,
                    step,
                    edge -> y[routes.get(edge)[routes.get(edge).length - 2]]));
  }

  private interface Height {
    double of(int edge);
  }

  private static void spread(List<Integer> edges, double[] offsets, double step, Height height) {
    edges.sort(Comparator.comparingDouble(height::of));
    double distance = Math.min(step, WIDEST / edges.size());
    for (int i = 0; i < edges.size(); i++) {
      offsets[edges.get(i)] = (i - (edges.size() - 1) / 2.0) * distance;
    }
  }

  /** How far below the middle of its first node an edge leaves it. */
  double exit(int edge) {
    return exits[edge];
  }

  /** How far below the middle of its last node an edge arrives there. */
  double entry(int edge) {
    return entries[edge];
  }
}
