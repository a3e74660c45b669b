package io.github.quartermaster.drawing;

import java.util.List;

/**
 * How high each vertex stands: near its neighbours in other layers, in the order of its own layer
 * and clear of the next one there. Of all such heights those are taken that are nearest to the
 * wished ones by least squares (isotonic regression by pooling adjacent violators).
 */
final class Alignment {
  private static final int ROUNDS = 10;
  private static final double GAP = 16;
  private static final double GAP_OF_STAND_INS = 10;

  /** Long arcs want to be straight more than nodes want to be in the middle. */
  private static final double WEIGHT_OF_STAND_INS = 4;

  private final LayeredGraph graph;
  private final double[] heights;
  private final double[] y;

  private Alignment(LayeredGraph graph, double[] heights) {
    this.graph = graph;
    this.heights = heights;
    this.y = new double[heights.length];
  }

  /**
   * The middle of each vertex; the uppermost side of all lies at 0.
   *
   * @param heights of the vertices, 0 of stand-ins
   */
  static double[] of(LayeredGraph graph, double[] heights) {
    return new Alignment(graph, heights).aligned();
  }

  private double[] aligned() {
    List<int[]> layers = graph.layers();
    for (int[] layer : layers) {
      double next = 0;
      for (int i = 0; i < layer.length; i++) {
        next += i == 0 ? 0 : distance(layer[i - 1], layer[i]);
        y[layer[i]] = next;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      boolean toTheRight = round % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        align(layers.get(toTheRight ? i : layers.size() - 1 - i), round);
      }
    }
    double top = Double.POSITIVE_INFINITY;
    for (int[] layer : layers) {
      for (int vertex : layer) {
        top = Math.min(top, y[vertex] - heights[vertex] / 2);
      }
    }
    for (int[] layer : layers) {
      for (int vertex : layer) {
        y[vertex] -= top;
      }
    }
    return y;
  }

  private double distance(int upper, int lower) {
    boolean standIn = heights[upper] == 0 || heights[lower] == 0;
    return (heights[upper] + heights[lower]) / 2 + (standIn ? GAP_OF_STAND_INS : GAP);
  }

  private void align(int[] layer, int round) {
    double[] offsets = new double[layer.length];
    double[] wishes = new double[layer.length];
    double[] weights = new double[layer.length];
    for (int i = 0; i < layer.length; i++) {
      offsets[i] = i == 0 ? 0 : offsets[i - 1] + distance(layer[i - 1], layer[i]);
      wishes[i] = wish(layer[i], round) - offsets[i];
      weights[i] = heights[layer[i]] == 0 ? WEIGHT_OF_STAND_INS : 1;
    }
    double[] fitted = risingFit(wishes, weights);
    for (int i = 0; i < layer.length; i++) {
      y[layer[i]] = fitted[i] + offsets[i];
    }
  }

  private double wish(int vertex, int round) {
    List<Integer> before = graph.before(vertex);
    List<Integer> after = graph.after(vertex);
    double left = before.stream().mapToDouble(other -> y[other]).average().orElse(Double.NaN);
    double right = after.stream().mapToDouble(other -> y[other]).average().orElse(Double.NaN);
    if (Double.isNaN(left)) {
      return Double.isNaN(right) ? y[vertex] : right;
    }
    if (Double.isNaN(right)) {
      return left;
    }
    // the last rounds weigh both sides, the others the one that they come from
    return round >= ROUNDS - 2 ? (left + right) / 2 : round % 2 == 0 ? left : right;
  }

  /** The numbers that never fall and are nearest to the wishes. */
  private static double[] risingFit(double[] wishes, double[] weights) {
    double[] means = new double[wishes.length];
    double[] sums = new double[wishes.length];
    int[] lengths = new int[wishes.length];
    int blocks = 0;
    for (int i = 0; i < wishes.length; i++) {
      means[blocks] = wishes[i];
      sums[blocks] = weights[i];
      lengths[blocks] = 1;
      blocks++;
      while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
        double sum = sums[blocks - 2] + sums[blocks - 1];
        means[blocks - 2] =
            (means[blocks - 2] * sums[blocks - 2] + means[blocks - 1] * sums[blocks - 1]) / sum;
        sums[blocks - 2] = sum;
        lengths[blocks - 2] += lengths[blocks - 1];
        blocks--;
      }
    }
    double[] fit = new double[wishes.length];
    int next = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < lengths[block]; i++) {
        fit[next++] = means[block];
      }
    }
    return fit;
  }
}
