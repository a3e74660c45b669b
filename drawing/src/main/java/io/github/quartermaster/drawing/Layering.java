package io.github.quartermaster.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * In which layer each vertex stands: as far to the right as the longest way to it is long. Arcs
 * that close a circle count the other way round.
 */
final class Layering {
  private final int[] layers;
  private final boolean[] reversed;

  private Layering(int[] layers, boolean[] reversed) {
    this.layers = layers;
    this.reversed = reversed;
  }

  /**
   * Layers.
   *
   * @param vertices how many there are
   * @param arcs from and to
   */
  static Layering of(int vertices, int[][] arcs) {
    boolean[] reversed = circleClosers(vertices, arcs);
    List<List<Integer>> after = new ArrayList<>();
    int[] open = new int[vertices];
    for (int i = 0; i < vertices; i++) {
      after.add(new ArrayList<>());
    }
    for (int i = 0; i < arcs.length; i++) {
      int from = arcs[i][reversed[i] ? 1 : 0];
      int to = arcs[i][reversed[i] ? 0 : 1];
      after.get(from).add(to);
      open[to]++;
    }
    int[] layers = new int[vertices];
    int[] incoming = open.clone();
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < vertices; i++) {
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    while (!ready.isEmpty()) {
      int vertex = ready.remove();
      for (int next : after.get(vertex)) {
        layers[next] = Math.max(layers[next], layers[vertex] + 1);
        if (--open[next] == 0) {
          ready.add(next);
        }
      }
    }
    // what nothing leads to may stand next to what it leads to
    for (int i = 0; i < vertices; i++) {
      if (incoming[i] == 0) {
        layers[i] =
            after.get(i).stream().mapToInt(next -> layers[next]).min().orElse(layers[i] + 1) - 1;
      }
    }
    return new Layering(layers, reversed);
  }

  /** The arcs that a search in depth meets leading back to where it came from. */
  private static boolean[] circleClosers(int vertices, int[][] arcs) {
    List<List<Integer>> outgoing = new ArrayList<>();
    for (int i = 0; i < vertices; i++) {
      outgoing.add(new ArrayList<>());
    }
    int[] incoming = new int[vertices];
    for (int i = 0; i < arcs.length; i++) {
      outgoing.get(arcs[i][0]).add(i);
      incoming[arcs[i][1]]++;
    }
    boolean[] reversed = new boolean[arcs.length];
    State[] states = new State[vertices];
    Arrays.fill(states, State.NEW);
    for (int i = 0; i < vertices; i++) {
      if (incoming[i] == 0) {
        search(i, arcs, outgoing, states, reversed);
      }
    }
    for (int i = 0; i < vertices; i++) {
      search(i, arcs, outgoing, states, reversed);
    }
    return reversed;
  }

  private static void search(
      int start, int[][] arcs, List<List<Integer>> outgoing, State[] states, boolean[] reversed) {
    if (states[start] != State.NEW) {
      return;
    }
    // by hand, since a recursion would be as deep as the graph
    Deque<int[]> way = new ArrayDeque<>();
    way.push(new int[] {start, 0});
    states[start] = State.ON_THE_WAY;
    while (!way.isEmpty()) {
      int[] step = way.element();
      if (step[1] == outgoing.get(step[0]).size()) {
        states[step[0]] = State.DONE;
        way.pop();
        continue;
      }
      int arc = outgoing.get(step[0]).get(step[1]++);
      int next = arcs[arc][1];
      if (states[next] == State.ON_THE_WAY) {
        reversed[arc] = true;
      } else if (states[next] == State.NEW) {
        states[next] = State.ON_THE_WAY;
        way.push(new int[] {next, 0});
      }
    }
  }

  int layerOf(int vertex) {
    return layers[vertex];
  }

  boolean isReversed(int arc) {
    return reversed[arc];
  }

  private enum State {
    NEW,
    ON_THE_WAY,
    DONE
  }
}
