package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.drawing.Drawing;
import io.github.quartermaster.drawing.Drawing.Box;
import io.github.quartermaster.drawing.Drawing.Line;
import io.github.quartermaster.drawing.LayeredDrawing;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as SVG for inside of a page, whose style sheet gives it colours. Edges lead from what
 * suffers to what it needs; each node is a link, so that a keyboard reaches it too.
 */
final class GraphPicture {
  private static final int LONGEST_NAME = 30;
  private static final double NAME_CHARACTER = 7.9;
  private static final double WORD_CHARACTER = 6.9;
  private static final double NODE_HEIGHT = 46;
  private static final double MARGIN = 12;
  private static final double TEXT_LEFT = 40;
  private static final int FIRST_WIDE = 0x1100;

  private final Map<ComponentId, Look> looks;
  private final StringBuilder svg = new StringBuilder();

  private GraphPicture(Map<ComponentId, Look> looks) {
    this.looks = looks;
  }

  /**
   * A picture.
   *
   * @param svg its element; empty where there is nothing to see
   * @param width at which its texts have the size of other texts, in pixels
   */
  record Picture(String svg, int width) {
    /** Nothing to see. */
    static final Picture NONE = new Picture("", 0);
  }

  /**
   * How a node looks.
   *
   * @param mark its state; empty style where states are not the matter
   * @param words the second line
   * @param badge a few characters at its corner, or empty
   * @param link where it leads in the page, or empty
   */
  record Look(Mark mark, String words, String badge, String link) {}

  /**
   * An edge and how it looks.
   *
   * @param style further classes of the style sheet
   */
  record Arrow(Dependency dependency, String style) {}

  /**
   * Draws.
   *
   * @param looks the nodes, in the order in which equally good places are given
   * @param arrows between those nodes; the last ones are drawn on top
   * @param title what the picture shows, in one line
   * @param description the same in a sentence or two, for those who cannot see it
   */
  static Picture of(
      Map<ComponentId, Look> looks, List<Arrow> arrows, String title, String description) {
    return new GraphPicture(new LinkedHashMap<>(looks)).drawn(arrows, title, description);
  }

  private Picture drawn(List<Arrow> arrows, String title, String description) {
    List<LayeredDrawing.Node> nodes = new ArrayList<>();
    looks.forEach((id, look) -> nodes.add(node(id, look)));
    Drawing drawing =
        LayeredDrawing.of(
            nodes,
            arrows.stream()
                .map(Arrow::dependency)
                .map(
                    edge ->
                        new LayeredDrawing.Edge(
                            edge.dependant().value(), edge.prerequisite().value()))
                .toList());
    double width = drawing.width() + 2 * MARGIN;
    double height = drawing.height() + 2 * MARGIN;
    svg.append("<svg class=\"graph\" role=\"group\" aria-labelledby=\"graph-title graph-desc\"");
    svg.append(" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
    svg.append(Drawing.number(-MARGIN)).append(' ').append(Drawing.number(-MARGIN)).append(' ');
    svg.append(Drawing.number(width)).append(' ').append(Drawing.number(height));
    svg.append("\" width=\"").append(Drawing.number(width));
    svg.append("\" height=\"").append(Drawing.number(height)).append("\">\n");
    svg.append("<title id=\"graph-title\">").append(Markup.escaped(title)).append("</title>\n");
    svg.append("<desc id=\"graph-desc\">").append(Markup.escaped(description)).append("</desc>\n");
    svg.append(
        """
        <defs>
        <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" \
        markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker>
        <marker id="tip-path" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="13" markerHeight="13" \
        markerUnits="userSpaceOnUse" orient="auto"><path class="tip path" d="M0 0 8 4 0 8z"/></marker>
        </defs>
        """);
    for (int i = 0; i < arrows.size(); i++) {
      draw(drawing.lines().get(i), arrows.get(i));
    }
    int index = 0;
    for (Map.Entry<ComponentId, Look> entry : looks.entrySet()) {
      draw(drawing.boxes().get(index++), entry.getKey(), entry.getValue());
    }
    return new Picture(svg.append("</svg>").toString(), (int) Math.ceil(width));
  }

  private static LayeredDrawing.Node node(ComponentId id, Look look) {
    double name = columns(name(id)) * NAME_CHARACTER;
    double words = columns(look.words()) * WORD_CHARACTER;
    double left = look.mark().style().isEmpty() ? MARGIN : TEXT_LEFT;
    return new LayeredDrawing.Node(id.value(), left + Math.max(name, words) + MARGIN, NODE_HEIGHT);
  }

  /** How many columns of a fixed-width font a text takes; those of East Asia take two. */
  private static int columns(String text) {
    return text.codePoints().map(point -> point < FIRST_WIDE ? 1 : 2).sum();
  }

  private void draw(Line line, Arrow arrow) {
    String style = arrow.dependency().weight() < 1 ? "edge soft" : "edge";
    boolean isPath = arrow.style().contains("path");
    svg.append("<path class=\"").append(style);
    svg.append(arrow.style().isEmpty() ? "" : " " + arrow.style());
    svg.append("\" marker-end=\"url(#").append(isPath ? "tip-path" : "tip");
    svg.append(")\" d=\"").append(line.path()).append("\"><title>");
    svg.append(Markup.escaped(arrow.dependency().dependant().value()));
    svg.append(arrow.dependency().weight() < 1 ? " needs, but not at once, " : " needs ");
    svg.append(Markup.escaped(arrow.dependency().prerequisite().value()));
    svg.append("</title></path>\n");
  }

  private void draw(Box box, ComponentId id, Look look) {
    double middle = box.y() + box.height() / 2;
    boolean plain = look.mark().style().isEmpty();
    double left = box.x() + (plain ? MARGIN : TEXT_LEFT);
    String label = id.value() + (look.words().isEmpty() ? "" : ", " + look.words());
    svg.append(look.link().isEmpty() ? "<g" : "<a href=\"#" + Markup.escaped(look.link()) + "\"");
    svg.append(" class=\"node ").append(look.mark().style());
    svg.append(look.badge().isEmpty() ? "" : " cause cause-" + Markup.escaped(look.badge()));
    svg.append("\" aria-label=\"").append(Markup.escaped(label)).append("\">");
    svg.append("<title>").append(Markup.escaped(label)).append("</title>");
    svg.append("<rect x=\"")
        .append(Drawing.number(box.x()))
        .append("\" y=\"")
        .append(Drawing.number(box.y()));
    svg.append("\" width=\"").append(Drawing.number(box.width())).append("\" height=\"");
    svg.append(Drawing.number(box.height())).append("\" rx=\"8\"/>");
    if (!plain) {
      svg.append("<use href=\"#mark-").append(look.mark().style()).append("\" x=\"");
      svg.append(Drawing.number(box.x() + MARGIN))
          .append("\" y=\"")
          .append(Drawing.number(middle - 10));
      svg.append("\" width=\"20\" height=\"20\"/>");
    }
    text("name", left, middle - (look.words().isEmpty() ? -4.5 : 3), name(id));
    text("words", left, middle + 14, look.words());
    if (!look.badge().isEmpty()) {
      String x = Drawing.number(box.x() + box.width() - 4);
      svg.append("<circle class=\"badge\" r=\"11\" cx=\"").append(x).append("\" cy=\"");
      svg.append(Drawing.number(box.y() + 2)).append("\"/><text class=\"badge\" x=\"").append(x);
      svg.append("\" y=\"").append(Drawing.number(box.y() + 6.5)).append("\">");
      svg.append(Markup.escaped(look.badge())).append("</text>");
    }
    svg.append(look.link().isEmpty() ? "</g>\n" : "</a>\n");
  }

  private void text(String style, double x, double y, String text) {
    if (!text.isEmpty()) {
      svg.append("<text class=\"").append(style).append("\" x=\"").append(Drawing.number(x));
      svg.append("\" y=\"").append(Drawing.number(y)).append("\">").append(Markup.escaped(text));
      svg.append("</text>");
    }
  }

  private static String name(ComponentId id) {
    return Printable.shortened(Printable.line(id.value()), LONGEST_NAME);
  }
}
