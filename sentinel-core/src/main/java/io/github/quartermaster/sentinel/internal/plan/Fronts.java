package io.github.quartermaster.sentinel.internal.plan;

/**
 * Finds what may only be the front of something else, such as a load balancer before its only
 * target, or the port before the process that listens on it, where nobody told the graph.
 *
 * <p>The sign: a component has trouble that could come from something it needs, but in the graph it
 * needs nothing. So the graph is incomplete there. What it stands in front of is needed by all that
 * need the front, for they reach it through the front: every sick component with further
 * prerequisites of which that holds may be it. Such a dependency is taken for a soft one.
 */
final class Fronts {
  private static final double WEIGHT = 0.5;
  // what has more callers, or callers with more prerequisites, stands before nothing in particular
  private static final int MOST = 64;

  private final NumberedGraph graph;
  private final Suspicion suspicion;

  Fronts(NumberedGraph graph, Suspicion suspicion) {
    this.graph = graph;
    this.suspicion = suspicion;
  }

  /** Whether a component looks like a front. */
  boolean isFront(int node) {
    Adjacency up = graph.up();
    int callers = up.start[node + 1] - up.start[node];
    return graph.isMeasured(node)
        && graph.down().isEnd(node)
        && graph.severity(node) > graph.own(node)
        && callers > 0
        && callers <= MOST;
  }

  /** Tells what a front may stand before, and how much of its trouble that would explain. */
  void targets(int front, Edge edges) {
    int caller = callerWithFewestPrerequisites(front);
    Adjacency down = graph.down();
    if (down.start[caller + 1] - down.start[caller] > MOST) {
      return;
    }
    for (int edge = down.start[caller]; edge < down.start[caller + 1]; edge++) {
      int target = down.to[edge];
      double severity = suspicion.severity(target);
      if (target != front
          && severity > 0
          && !down.isEnd(target)
          && everyCallerOfNeeds(front, target)) {
        edges.add(front, target, WEIGHT * severity);
      }
    }
  }

  /** Takes an edge. */
  @FunctionalInterface
  interface Edge {
    void add(int from, int to, double explained);
  }

  private int callerWithFewestPrerequisites(int node) {
    Adjacency up = graph.up();
    int[] start = graph.down().start;
    int fewest = up.to[up.start[node]];
    for (int edge = up.start[node]; edge < up.start[node + 1]; edge++) {
      int caller = up.to[edge];
      if (start[caller + 1] - start[caller] < start[fewest + 1] - start[fewest]) {
        fewest = caller;
      }
    }
    return fewest;
  }

  /** Both lists of callers are sorted. */
  private boolean everyCallerOfNeeds(int front, int target) {
    Adjacency up = graph.up();
    int other = up.start[target];
    for (int edge = up.start[front]; edge < up.start[front + 1]; edge++) {
      while (other < up.start[target + 1] && up.to[other] < up.to[edge]) {
        other++;
      }
      if (other == up.start[target + 1] || up.to[other] != up.to[edge]) {
        return false;
      }
    }
    return true;
  }
}
