package io.github.quartermaster.sentinel.internal.plan;

import java.util.Arrays;

/**
 * The edges of a graph whose nodes are the numbers from 0, in three arrays: those of node {@code u}
 * stand from {@code start[u]} to before {@code start[u + 1]}. Made for graphs of ten thousands of
 * nodes; nobody writes to the arrays once it is made.
 */
final class Adjacency {
  final int[] start;
  final int[] to;
  final double[] weight;

  private Adjacency(int[] start, int[] to, double[] weight) {
    this.start = start;
    this.to = to;
    this.weight = weight;
  }

  /** Edges in the order given, gathered by where they begin; the first {@code count} ones. */
  static Adjacency of(int nodes, int count, int[] from, int[] to, double[] weight) {
    int[] start = new int[nodes + 1];
    for (int edge = 0; edge < count; edge++) {
      start[from[edge] + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      start[node + 1] += start[node];
    }
    int[] next = start.clone();
    int[] ends = new int[count];
    double[] weights = new double[count];
    for (int edge = 0; edge < count; edge++) {
      int place = next[from[edge]]++;
      ends[place] = to[edge];
      weights[place] = weight[edge];
    }
    return new Adjacency(start, ends, weights);
  }

  int nodes() {
    return start.length - 1;
  }

  int edges() {
    return to.length;
  }

  boolean isEnd(int node) {
    return start[node] == start[node + 1];
  }

  /** The same edges, each the other way round. */
  Adjacency reversed() {
    int[] from = new int[to.length];
    for (int node = 0; node < nodes(); node++) {
      Arrays.fill(from, start[node], start[node + 1], node);
    }
    return of(nodes(), to.length, to, from, weight);
  }
}
