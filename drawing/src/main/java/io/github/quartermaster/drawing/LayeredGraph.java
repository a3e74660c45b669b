package io.github.quartermaster.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A graph in layers in which each arc leads into the next one: where an arc is longer, a stand-in
 * takes its place in each layer between, so that no node is put there.
 */
final class LayeredGraph {
  private final List<Integer> layerOf = new ArrayList<>();
  private final List<int[]> layers = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private final List<int[]> routes = new ArrayList<>();

  private LayeredGraph() {}

  /**
   * Puts stand-ins into the arcs.
   *
   * @param drawn which vertices take part; the others are in no layer
   */
  static LayeredGraph of(Layering layering, int[][] arcs, boolean[] drawn) {
    LayeredGraph graph = new LayeredGraph();
    for (int i = 0; i < drawn.length; i++) {
      graph.add(layering.layerOf(i));
    }
    for (int i = 0; i < arcs.length; i++) {
      boolean reversed = layering.isReversed(i);
      graph.addRoute(arcs[i][reversed ? 1 : 0], arcs[i][reversed ? 0 : 1]);
    }
    List<List<Integer>> members = new ArrayList<>();
    for (int vertex = 0; vertex < graph.size(); vertex++) {
      if (vertex >= drawn.length || drawn[vertex]) {
        while (members.size() <= graph.layerOf(vertex)) {
          members.add(new ArrayList<>());
        }
        members.get(graph.layerOf(vertex)).add(vertex);
      }
    }
    members.forEach(
        layer -> graph.layers.add(layer.stream().mapToInt(Integer::intValue).toArray()));
    return graph;
  }

  private int add(int layer) {
    layerOf.add(layer);
    before.add(new ArrayList<>());
    after.add(new ArrayList<>());
    return layerOf.size() - 1;
  }

  private void addRoute(int from, int to) {
    int length = layerOf(to) - layerOf(from);
    int[] route = new int[length + 1];
    route[0] = from;
    for (int i = 1; i <= length; i++) {
      route[i] = i == length ? to : add(layerOf(from) + i);
      after.get(route[i - 1]).add(route[i]);
      before.get(route[i]).add(route[i - 1]);
    }
    routes.add(route);
  }

  /** How many vertices there are, stand-ins included: those have the numbers after all others. */
  int size() {
    return layerOf.size();
  }

  int layerOf(int vertex) {
    return layerOf.get(vertex);
  }

  /** The vertices of each layer from top to bottom; the order may be changed in place. */
  List<int[]> layers() {
    return layers;
  }

  /** For each arc the vertices that it leads through, from left to right. */
  List<int[]> routes() {
    return routes;
  }

  List<Integer> before(int vertex) {
    return before.get(vertex);
  }

  List<Integer> after(int vertex) {
    return after.get(vertex);
  }
}
