package io.github.quartermaster.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Orders the vertices within their layers so that few arcs cross: each moves to the mean place of
 * its neighbours, layer by layer, to and fro. The best order met is kept.
 */
final class CrossingReduction {
  private static final int ROUNDS = 24;
  private static final int WITHOUT_GAIN = 6;

  private final LayeredGraph graph;
  private final int[] places;

  private CrossingReduction(LayeredGraph graph) {
    this.graph = graph;
    this.places = new int[graph.size()];
  }

  /** Changes the order within the layers. */
  static void reduce(LayeredGraph graph) {
    new CrossingReduction(graph).reduce();
  }

  private void reduce() {
    List<int[]> layers = graph.layers();
    layers.forEach(this::number);
    long fewest = crossings();
    List<int[]> best = layers.stream().map(int[]::clone).toList();
    int withoutGain = 0;
    for (int round = 0; round < ROUNDS && fewest > 0 && withoutGain < WITHOUT_GAIN; round++) {
      if (round % 2 == 0) {
        for (int layer = 1; layer < layers.size(); layer++) {
          sort(layers.get(layer), true);
        }
      } else {
        for (int layer = layers.size() - 2; layer >= 0; layer--) {
          sort(layers.get(layer), false);
        }
      }
      long now = crossings();
      withoutGain++;
      if (now < fewest) {
        fewest = now;
        best = layers.stream().map(int[]::clone).toList();
        withoutGain = 0;
      }
    }
    for (int layer = 0; layer < layers.size(); layer++) {
      System.arraycopy(best.get(layer), 0, layers.get(layer), 0, best.get(layer).length);
    }
  }

  private void number(int[] layer) {
    for (int place = 0; place < layer.length; place++) {
      places[layer[place]] = place;
    }
  }

  private void sort(int[] layer, boolean byBefore) {
    double[] means = new double[graph.size()];
    for (int vertex : layer) {
      List<Integer> neighbours = byBefore ? graph.before(vertex) : graph.after(vertex);
      means[vertex] =
          neighbours.stream().mapToInt(other -> places[other]).average().orElse(places[vertex]);
    }
    List<Integer> order = new ArrayList<>();
    Arrays.stream(layer).forEach(order::add);
    // the sort is stable, so that what is equal keeps its order
    order.sort(Comparator.comparingDouble(vertex -> means[vertex]));
    for (int place = 0; place < layer.length; place++) {
      layer[place] = order.get(place);
    }
    number(layer);
  }

  private long crossings() {
    long sum = 0;
    for (int layer = 0; layer < graph.layers().size() - 1; layer++) {
      sum += crossingsAfter(graph.layers().get(layer), graph.layers().get(layer + 1).length);
    }
    return sum;
  }

  /**
   * The pairs of arcs between two layers that end in the other order than they begin, counted by a
   * tree of sums (Barth, Juenger, Mutzel: Simple and efficient bilayer cross counting, 2002).
   */
  private long crossingsAfter(int[] layer, int next) {
    long[] tree = new long[next + 1];
    long seen = 0;
    long crossings = 0;
    for (int vertex : layer) {
      int[] ends = graph.after(vertex).stream().mapToInt(other -> places[other]).sorted().toArray();
      for (int end : ends) {
        long notBelow = 0;
        for (int i = end + 1; i > 0; i -= i & -i) {
          notBelow += tree[i];
        }
        crossings += seen - notBelow;
      }
      for (int end : ends) {
        for (int i = end + 1; i <= next; i += i & -i) {
          tree[i]++;
        }
        seen++;
      }
    }
    return crossings;
  }
}
