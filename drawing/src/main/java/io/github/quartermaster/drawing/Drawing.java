package io.github.quartermaster.drawing;

import java.util.List;
import java.util.Locale;

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

  /** A length as SVG writes it, to a tenth. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
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

    /** The same way as the data of an SVG path. */
    public String path() {
      Point first = points.get(0);
      StringBuilder way = new StringBuilder("M").append(number(first.x()));
      way.append(' ').append(number(first.y()));
      for (int i = 1; i < points.size(); i++) {
        Point from = points.get(i - 1);
        Point to = points.get(i);
        if (i % 2 == 0 || from.y() == to.y()) {
          way.append('L').append(number(to.x())).append(' ').append(number(to.y()));
        } else {
          String middle = number((from.x() + to.x()) / 2);
          way.append('C').append(middle).append(' ').append(number(from.y())).append(' ');
          way.append(middle).append(' ').append(number(to.y())).append(' ');
          way.append(number(to.x())).append(' ').append(number(to.y()));
        }
      }
      return way.toString();
    }
  }
}
