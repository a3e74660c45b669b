package io.github.quartermaster.sentinel.internal.plan;

import java.util.Arrays;

/**
 * Where walkers on a graph end: an absorbing Markov chain. A walker at a node stays there for good
 * or takes one of its edges, each with a chance in proportion to its weight.
 *
 * <p>Node after node in the order of the edges, since then each needs to be visited once; only
 * within a circle walkers are passed round until they have all left it or stopped.
 */
final class AbsorbingWalk {
  // of all walkers; far below what decides a rank
  private static final double FORGOTTEN = 1e-13;
  // for all circles together; then each gets a few rounds only, and who is left is forgotten
  private static final long MOST_STEPS = 10_000_000;
  private static final int FEW_ROUNDS = 64;

  private final Adjacency edges;
  private final double[] stay;
  private final double[] sum;
  private final double[] arriving;
  private final double[] passed;
  private long steps;

  private AbsorbingWalk(Adjacency edges, double[] stay, double[] walkers) {
    this.edges = edges;
    this.stay = stay;
    this.arriving = walkers.clone();
    this.passed = new double[walkers.length];
    this.sum = new double[walkers.length];
    for (int node = 0; node < sum.length; node++) {
      sum[node] = stay[node];
      for (int edge = edges.start[node]; edge < edges.start[node + 1]; edge++) {
        sum[node] += edges.weight[edge];
      }
    }
  }

  /**
   * Lets walkers go until they have stopped.
   *
   * @param edges where they can go, with weights above 0
   * @param stay the weights of stopping; above 0 wherever walkers can come
   * @param walkers how many begin at each node
   */
  static AbsorbingWalk run(Adjacency edges, double[] stay, double[] walkers) {
    AbsorbingWalk walk = new AbsorbingWalk(edges, stay, walkers);
    StrongComponents circles = StrongComponents.of(edges);
    double forgotten = FORGOTTEN * Arrays.stream(walkers).sum();
    for (int position = 0; position < circles.count(); position++) {
      int[] circle = circles.circle(position);
      if (circle.length == 1) {
        walk.move(circle[0]);
      } else {
        walk.passRound(circle, forgotten);
      }
    }
    return walk;
  }

  /** How many walkers stopped at a node. */
  double stopped(int node) {
    return passed[node] == 0 ? 0 : passed[node] * stay[node] / sum[node];
  }

  /** How often walkers came to a node or began there. */
  double passed(int node) {
    return passed[node];
  }

  private double move(int node) {
    double walkers = arriving[node];
    if (walkers > 0) {
      arriving[node] = 0;
      passed[node] += walkers;
      double each = walkers / sum[node];
      for (int edge = edges.start[node]; edge < edges.start[node + 1]; edge++) {
        arriving[edges.to[edge]] += each * edges.weight[edge];
      }
    }
    return walkers;
  }

  private void passRound(int[] circle, double forgotten) {
    double moved = Double.MAX_VALUE;
    for (int round = 0; moved > forgotten && (round < FEW_ROUNDS || steps < MOST_STEPS); round++) {
      moved = 0;
      for (int node : circle) {
        moved += move(node);
        steps += edges.start[node + 1] - edges.start[node] + 1;
      }
    }
  }
}
