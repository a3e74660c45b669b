package io.github.quartermaster.sentinel.internal.plan;

import java.util.Arrays;

/**
 * The strongly connected components of a graph, here called circles: nodes that reach one another.
 * A node that is in no cycle is a circle of its own. Tarjan, "Depth-First Search and Linear Graph
 * Algorithms", SIAM J. Computing 1 (1972), without recursion, so that a long chain does not exhaust
 * the stack.
 */
final class StrongComponents {
  private final Adjacency edges;
  private final int[] found;
  private final int[] lowest;
  private final int[] nextEdge;
  private final boolean[] open;
  private final int[] pending;
  private int pendingSize;
  private int counter;
  // circles in the order in which Tarjan closes them: prerequisites first
  private final int[] members;
  private final int[] starts;
  private int memberCount;
  private int circles;

  private StrongComponents(Adjacency edges) {
    int nodes = edges.nodes();
    this.edges = edges;
    this.found = new int[nodes];
    this.lowest = new int[nodes];
    this.nextEdge = Arrays.copyOf(edges.start, nodes);
    this.open = new boolean[nodes];
    this.pending = new int[nodes];
    this.members = new int[nodes];
    this.starts = new int[nodes + 1];
    int[] path = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      if (found[node] == 0) {
        search(node, path);
      }
    }
    starts[circles] = memberCount;
  }

  /** Finds the circles of a graph. */
  static StrongComponents of(Adjacency edges) {
    return new StrongComponents(edges);
  }

  /** How many there are. */
  int count() {
    return circles;
  }

  /**
   * The nodes of one, each after one that leads to it, as far as a circle has such an order.
   *
   * @param position its place in an order in which every edge between two circles leads from an
   *     earlier to a later one; from 0
   */
  int[] circle(int position) {
    int circle = circles - 1 - position;
    int first = starts[circle];
    int[] nodes = new int[starts[circle + 1] - first];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = members[first + nodes.length - 1 - i];
    }
    return nodes;
  }

  private void search(int root, int[] path) {
    int depth = 0;
    path[0] = enter(root);
    while (depth >= 0) {
      int node = path[depth];
      if (nextEdge[node] < edges.start[node + 1]) {
        int end = edges.to[nextEdge[node]++];
        if (found[end] == 0) {
          path[++depth] = enter(end);
        } else if (open[end]) {
          lowest[node] = Math.min(lowest[node], found[end]);
        }
      } else {
        if (lowest[node] == found[node]) {
          close(node);
        }
        depth--;
        if (depth >= 0) {
          lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[node]);
        }
      }
    }
  }

  private int enter(int node) {
    found[node] = ++counter;
    lowest[node] = counter;
    open[node] = true;
    pending[pendingSize++] = node;
    return node;
  }

  private void close(int root) {
    starts[circles++] = memberCount;
    int node;
    do {
      node = pending[--pendingSize];
      open[node] = false;
      members[memberCount++] = node;
    } while (node != root);
  }
}
