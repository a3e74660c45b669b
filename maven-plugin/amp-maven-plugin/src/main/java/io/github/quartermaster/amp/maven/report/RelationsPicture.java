package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.maven.report.RelationsEntry.NeedEntry;
import io.github.quartermaster.amp.maven.report.RelationsEntry.OverwriteEntry;
import io.github.quartermaster.drawing.Drawing;
import io.github.quartermaster.drawing.Drawing.Box;
import io.github.quartermaster.drawing.Drawing.Line;
import io.github.quartermaster.drawing.Drawing.Point;
import io.github.quartermaster.drawing.LayeredDrawing;
import io.github.quartermaster.maven.HtmlPage;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How modules stand to each other as SVG for inside of a page, whose style sheet gives it colours:
 * arrows lead from who needs to who is needed, and from who lies on top to who lies below.
 */
final class RelationsPicture {
  private static final String WAR = "the WAR's own files";
  private static final int MOST_ARROWS = 300;
  private static final int LONGEST_NAME = 40;
  private static final double CHARACTER = 7.9;
  private static final double HEIGHT = 34;
  private static final double MARGIN = 12;

  private final StringBuilder svg = new StringBuilder();

  private RelationsPicture() {}

  /** What the page's template takes; empty where modules have nothing to do with each other. */
  static List<Map<String, Object>> of(RelationsEntry relations) {
    if (relations.isEmpty()) {
      return List.of();
    }
    List<Arrow> arrows = arrows(relations);
    return List.of(
        Map.of(
            "svg",
            arrows.size() > MOST_ARROWS ? "" : new RelationsPicture().drawn(arrows),
            "needs",
            relations.needs().stream().map(RelationsPicture::need).toList(),
            "overwrites",
            relations.overwrites().stream().map(RelationsPicture::overwrite).toList()));
  }

  /**
   * One arrow.
   *
   * @param style the class of the style sheet
   * @param label what is written on it, or empty
   */
  private record Arrow(String from, String to, String style, String label, String meaning) {}

  private static List<Arrow> arrows(RelationsEntry relations) {
    List<Arrow> arrows = new ArrayList<>();
    for (NeedEntry need : relations.needs()) {
      // a module that names itself is drawn by nobody
      if (!need.module().equals(need.needs())) {
        arrows.add(
            new Arrow(
                need.module(),
                need.needs(),
                need.met() ? "needs" : "needs unmet",
                "",
                sentence(need)));
      }
    }
    for (OverwriteEntry overwrite : relations.overwrites()) {
      arrows.add(
          new Arrow(
              overwrite.module(),
              below(overwrite),
              "over",
              Wording.count(overwrite.files(), "file"),
              sentence(overwrite)));
    }
    return arrows;
  }

  private static Map<String, Object> need(NeedEntry need) {
    return Map.of("text", sentence(need), "unmet", !need.met());
  }

  private static Map<String, Object> overwrite(OverwriteEntry overwrite) {
    int more = overwrite.files() - overwrite.paths().size();
    return Map.of(
        "text",
        sentence(overwrite),
        "paths",
        overwrite.paths(),
        "more",
        more == 0 ? "" : "and " + more + " more");
  }

  private static String sentence(NeedEntry need) {
    return need.module()
        + " needs "
        + need.needs()
        + (need.versions().equals("*") ? "" : " " + need.versions())
        + (need.met() ? "" : ", which is not there");
  }

  private static String sentence(OverwriteEntry overwrite) {
    return overwrite.module()
        + " lies over "
        + below(overwrite)
        + " in "
        + Wording.count(overwrite.files(), "file");
  }

  private static String below(OverwriteEntry overwrite) {
    return overwrite.over() == null ? WAR : overwrite.over();
  }

  private String drawn(List<Arrow> arrows) {
    SortedSet<String> names = new TreeSet<>();
    arrows.forEach(
        arrow -> {
          names.add(arrow.from());
          names.add(arrow.to());
        });
    Drawing drawing =
        LayeredDrawing.of(
            names.stream()
                .map(
                    name ->
                        new LayeredDrawing.Node(
                            name, shown(name).length() * CHARACTER + 2 * MARGIN, HEIGHT))
                .toList(),
            arrows.stream()
                .map(arrow -> new LayeredDrawing.Edge(arrow.from(), arrow.to()))
                .toList());
    double width = drawing.width() + 2 * MARGIN;
    double height = drawing.height() + 2 * MARGIN;
    svg.append("<svg class=\"relations\" role=\"img\" aria-label=\"Which module needs which, and");
    svg.append(" which lies over whose files; the lists below say the same\"");
    svg.append(" viewBox=\"");
    svg.append(Drawing.number(-MARGIN)).append(' ').append(Drawing.number(-MARGIN)).append(' ');
    svg.append(Drawing.number(width)).append(' ').append(Drawing.number(height));
    svg.append("\" width=\"").append(Drawing.number(width));
    svg.append("\" height=\"").append(Drawing.number(height)).append("\">\n");
    for (int i = 0; i < arrows.size(); i++) {
      draw(drawing.lines().get(i), arrows.get(i));
    }
    // above all lines, so that none leads through a text
    for (int i = 0; i < arrows.size(); i++) {
      label(drawing.lines().get(i), arrows.get(i));
    }
    drawing.boxes().forEach(this::draw);
    return svg.append("</svg>").toString();
  }

  private void draw(Line line, Arrow arrow) {
    svg.append("<g class=\"").append(arrow.style()).append("\"><title>");
    svg.append(HtmlPage.escaped(arrow.meaning())).append("</title><path d=\"");
    svg.append(line.path()).append("\"/><path class=\"tip\" d=\"").append(tip(line));
    svg.append("\"/></g>\n");
  }

  private void label(Line line, Arrow arrow) {
    if (!arrow.label().isEmpty()) {
      Point from = line.points().get(0);
      Point to = line.points().get(1);
      svg.append("<text class=\"label\" x=\"").append(Drawing.number((from.x() + to.x()) / 2));
      svg.append("\" y=\"").append(Drawing.number((from.y() + to.y()) / 2 - 4)).append("\">");
      svg.append(HtmlPage.escaped(arrow.label())).append("</text>\n");
    }
  }

  /** The head of an arrow, which ends level. */
  private static String tip(Line line) {
    Point end = line.points().get(line.points().size() - 1);
    Point before = line.points().get(line.points().size() - 2);
    String back = end.x() < before.x() ? "l8 -4v8z" : "l-8 -4v8z";
    return "M" + Drawing.number(end.x()) + " " + Drawing.number(end.y()) + back;
  }

  private void draw(Box box) {
    svg.append("<g class=\"").append(box.id().equals(WAR) ? "module war" : "module").append("\">");
    svg.append("<title>").append(HtmlPage.escaped(box.id())).append("</title>");
    svg.append("<rect rx=\"8\" x=\"").append(Drawing.number(box.x())).append("\" y=\"");
    svg.append(Drawing.number(box.y())).append("\" width=\"").append(Drawing.number(box.width()));
    svg.append("\" height=\"").append(Drawing.number(box.height())).append("\"/>");
    svg.append("<text x=\"").append(Drawing.number(box.x() + MARGIN)).append("\" y=\"");
    svg.append(Drawing.number(box.y() + box.height() / 2 + 4.5)).append("\">");
    svg.append(HtmlPage.escaped(shown(box.id()))).append("</text></g>\n");
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
