package io.github.quartermaster.sentinel.internal.plan;

import java.util.Arrays;

/** Edges between numbers while they are being gathered. */
final class Edges {
  private int[] from;
  private int[] to;
  private double[] weight;
  private int count;

  /** Expects about so many. */
  Edges(int expected) {
    int size = Math.max(16, expected);
    from = new int[size];
    to = new int[size];
    weight = new double[size];
  }

  void add(int start, int end, double edgeWeight) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      weight = Arrays.copyOf(weight, count * 2);
    }
    from[count] = start;
    to[count] = end;
    weight[count++] = edgeWeight;
  }

  /** All of them, in a graph of so many nodes. */
  Adjacency adjacency(int nodes) {
    return Adjacency.of(nodes, count, from, to, weight);
  }
}
