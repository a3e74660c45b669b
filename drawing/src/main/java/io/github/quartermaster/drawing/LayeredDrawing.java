package io.github.quartermaster.drawing;

import io.github.quartermaster.drawing.Drawing.Box;
import io.github.quartermaster.drawing.Drawing.Line;
import io.github.quartermaster.drawing.Drawing.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph in layers from left to right, each edge leading to the right but those that close a
 * circle (Sugiyama, Tagawa, Toda: Methods for visual understanding of hierarchical system
 * structures, 1981): {@link Layering}, then {@link CrossingReduction}, then {@link Alignment}.
 * Nodes without edges stand below in rows. Equal input gives equal drawings.
 */
public final class LayeredDrawing {
  private static final double GAP_BETWEEN_LAYERS = 64;
  private static final double GAP_OF_LONERS = 24;
  private static final double GAP_BETWEEN_ROWS = 14;
  private static final double PORT = 7;
  private static final int FEWEST_COLUMNS = 3;

  private final List<Node> nodes;
  private final List<Edge> edges;
  private final Map<String, Integer> indexes = new HashMap<>();

  private LayeredDrawing(List<Node> nodes, List<Edge> edges) {
    this.nodes = nodes;
    this.edges = edges;
    for (Node node : nodes) {
      indexes.put(node.id(), indexes.size());
    }
  }

  /**
   * A node to be drawn.
   *
   * @param id unique
   */
  public record Node(String id, double width, double height) {}

  /** An edge to be drawn, between two different nodes. */
  public record Edge(String from, String to) {}

  /**
   * Draws.
   *
   * @throws IllegalArgumentException if two nodes have the same id, or an edge leads from or to a
   *     node that is not there, or from a node to itself
   */
  public static Drawing of(List<Node> nodes, List<Edge> edges) {
    return new LayeredDrawing(nodes, edges).drawn();
  }

  private Drawing drawn() {
    int[][] arcs = arcs();
    boolean[] connected = new boolean[nodes.size()];
    for (int[] arc : arcs) {
      connected[arc[0]] = true;
      connected[arc[1]] = true;
    }
    Layering layering = Layering.of(nodes.size(), arcs);
    LayeredGraph graph = LayeredGraph.of(layering, arcs, connected);
    CrossingReduction.reduce(graph);
    double[] heights = new double[graph.size()];
    for (int i = 0; i < nodes.size(); i++) {
      heights[i] = nodes.get(i).height();
    }
    double[] y = Alignment.of(graph, heights);
    double[] left = new double[graph.layers().size() + 1];
    double[] widths = widths(graph, left);
    Box[] boxes = new Box[nodes.size()];
    double bottom = 0;
    for (int i = 0; i < nodes.size(); i++) {
      if (connected[i]) {
        Node node = nodes.get(i);
        int layer = graph.layerOf(i);
        double top = y[i] - node.height() / 2;
        boxes[i] = new Box(node.id(), left[layer], top, widths[layer], node.height());
        bottom = Math.max(bottom, top + node.height());
      }
    }
    for (int vertex = nodes.size(); vertex < graph.size(); vertex++) {
      bottom = Math.max(bottom, y[vertex]);
    }
    List<Line> lines = lines(graph, layering, y, left, widths);
    double right = placeLoners(boxes, connected, bottom, graph.layers().size());
    double lowest = bottom;
    for (Box box : boxes) {
      right = Math.max(right, box.x() + box.width());
      lowest = Math.max(lowest, box.y() + box.height());
    }
    return new Drawing(right, lowest, List.of(boxes), lines);
  }

  private int[][] arcs() {
    if (indexes.size() < nodes.size()) {
      throw new IllegalArgumentException("two nodes have the same id");
    }
    int[][] arcs = new int[edges.size()][];
    for (int i = 0; i < arcs.length; i++) {
      Integer from = indexes.get(edges.get(i).from());
      Integer to = indexes.get(edges.get(i).to());
      if (from == null || to == null || from.equals(to)) {
        throw new IllegalArgumentException("no two nodes for " + edges.get(i));
      }
      arcs[i] = new int[] {from, to};
    }
    return arcs;
  }

  /** The width of each layer; fills in where they begin. */
  private double[] widths(LayeredGraph graph, double[] left) {
    double[] widths = new double[graph.layers().size()];
    for (int layer = 0; layer < widths.length; layer++) {
      for (int vertex : graph.layers().get(layer)) {
        if (vertex < nodes.size()) {
          widths[layer] = Math.max(widths[layer], nodes.get(vertex).width());
        }
      }
      left[layer + 1] = left[layer] + widths[layer] + GAP_BETWEEN_LAYERS;
    }
    return widths;
  }

  private List<Line> lines(
      LayeredGraph graph, Layering layering, double[] y, double[] left, double[] widths) {
    Ports ports = new Ports(graph, y, PORT);
    List<Line> lines = new ArrayList<>();
    for (int edge = 0; edge < edges.size(); edge++) {
      int[] route = graph.routes().get(edge);
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < route.length; i++) {
        int layer = graph.layerOf(route[i]);
        if (i > 0) {
          double height = y[route[i]] + (i == route.length - 1 ? ports.entry(edge) : 0);
          points.add(new Point(left[layer], height));
        }
        if (i < route.length - 1) {
          double height = y[route[i]] + (i == 0 ? ports.exit(edge) : 0);
          points.add(new Point(left[layer] + widths[layer], height));
        }
      }
      if (layering.isReversed(edge)) {
        Collections.reverse(points);
      }
      lines.add(new Line(edges.get(edge).from(), edges.get(edge).to(), points));
    }
    return lines;
  }

  /** Rows below the rest; gives how far to the right they reach. */
  private double placeLoners(Box[] boxes, boolean[] connected, double bottom, int layers) {
    double width = 0;
    for (int i = 0; i < boxes.length; i++) {
      width = connected[i] ? width : Math.max(width, nodes.get(i).width());
    }
    int columns = Math.max(FEWEST_COLUMNS, layers);
    double top = bottom == 0 ? 0 : bottom + 2 * GAP_OF_LONERS;
    double rowHeight = 0;
    int column = 0;
    double right = 0;
    for (int i = 0; i < boxes.length; i++) {
      if (!connected[i]) {
        if (column == columns) {
          top += rowHeight + GAP_BETWEEN_ROWS;
          column = 0;
          rowHeight = 0;
        }
        Node node = nodes.get(i);
        double x = column * (width + GAP_OF_LONERS);
        boxes[i] = new Box(node.id(), x, top, width, node.height());
        right = Math.max(right, x + width);
        rowHeight = Math.max(rowHeight, node.height());
        column++;
      }
    }
    return right;
  }
}
