package io.github.quartermaster.sentinel.internal.drawing;

import java.util.List;

/**
 * Where nodes and edges lie. The origin is the upper left corner, y grows downwards.
 *
 * @param width of everything
 * @param height of everything
 * @param boxes one for each node, in the order in which the nodes were given
 * @param lines one for each edge, in the order in which the edges were given
 */
public record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {
  /** Copies the lists. */
  public Drawing {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /** A point. */
  public record Point(double x, double y) {}

  /**
   * The place of a node.
   *
   * @param x its left side
   * @param y its upper side
   */
  public record Box(String id, double x, double y, double width, double height) {}

  /**
   * The way of an edge.
   *
   * @param from where it begins
   * @param to where it ends
   * @param points the first and the last on the borders of their nodes. Of each pair from the first
   *     on, the way between is a curve that is level at both ends; between pairs it is straight and
   *     level. So it touches no other node
   */
  public record Line(String from, String to, List<Point> points) {
    /** Copies the list. */
    public Line {
      points = List.copyOf(points);
    }
  }
}
