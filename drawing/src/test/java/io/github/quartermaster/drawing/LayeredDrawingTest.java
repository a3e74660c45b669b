package io.github.quartermaster.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.drawing.Drawing.Box;
import io.github.quartermaster.drawing.Drawing.Line;
import io.github.quartermaster.drawing.Drawing.Point;
import io.github.quartermaster.drawing.LayeredDrawing.Edge;
import io.github.quartermaster.drawing.LayeredDrawing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LayeredDrawingTest {
  private static final double TOUCH = 0.001;

  record Graph(List<Node> nodes, List<Edge> edges) {
    Drawing drawn() {
      return LayeredDrawing.of(nodes, edges);
    }
  }

  @Test
  void chain_is_a_straight_line_to_the_right() {
    Drawing drawing = graph("a", "b", "c", "a>b", "b>c").drawn();

    assertThat(drawing.boxes()).extracting(Box::y).containsOnly(0.0);
    assertThat(drawing.boxes()).extracting(Box::x).containsExactly(0.0, 164.0, 328.0);
    assertThat(drawing.lines())
        .containsExactly(
            new Line("a", "b", List.of(new Point(100, 20), new Point(164, 20))),
            new Line("b", "c", List.of(new Point(264, 20), new Point(328, 20))));
    assertThat(drawing.width()).isEqualTo(428);
    assertThat(drawing.height()).isEqualTo(40);
  }

  @Test
  void edges_that_need_not_cross_do_not() {
    Drawing drawing = graph("a", "b", "x", "y", "a>y", "b>x").drawn();
    Map<String, Box> boxes = boxes(drawing);

    assertThat(box(boxes, "a").y() < box(boxes, "b").y())
        .isEqualTo(box(boxes, "y").y() < box(boxes, "x").y());
  }

  @Test
  void long_edge_leads_around_what_lies_between() {
    Drawing drawing = graph("a", "b", "c", "a>b", "b>c", "a>c").drawn();

    assertThat(drawing.lines().get(2).points()).hasSize(4);
    assertNoLineCrossesABox(drawing);
  }

  @Test
  void circle_has_one_edge_that_leads_back() {
    Drawing drawing = graph("a", "b", "c", "a>b", "b>c", "c>a").drawn();

    assertThat(drawing.lines())
        .extracting(line -> line.points().get(0).x() < last(line).x())
        .containsExactly(true, true, false);
  }

  @Test
  void what_has_no_edges_stands_below_in_rows() {
    Drawing drawing = graph("a", "b", "c", "d", "e", "f", "a>b").drawn();

    assertThat(drawing.boxes().subList(2, 6))
        .extracting(Box::y)
        .containsExactly(88.0, 88.0, 88.0, 142.0);
  }

  @Test
  void nothing_is_a_drawing_too() {
    assertThat(LayeredDrawing.of(List.of(), List.of()))
        .isEqualTo(new Drawing(0, 0, List.of(), List.of()));
  }

  @Test
  void edges_need_two_nodes() {
    assertThatThrownBy(() -> graph("a", "a>b").drawn())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> graph("a", "a>a").drawn())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> graph("a", "a").drawn()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void very_deep_graph_is_drawn() {
    List<String> parts =
        IntStream.range(0, 3000)
            .boxed()
            .flatMap(
                i -> i == 0 ? List.of("0").stream() : List.of("" + i, i - 1 + ">" + i).stream())
            .toList();

    assertThat(graph(parts.toArray(String[]::new)).drawn().lines()).hasSize(2999);
  }

  @Property(tries = 150)
  void no_two_boxes_touch_and_all_lie_within(@ForAll("graphs") Graph graph) {
    Drawing drawing = graph.drawn();
    List<Box> boxes = drawing.boxes();

    assertThat(boxes)
        .allSatisfy(
            box -> {
              assertThat(box.x()).isGreaterThanOrEqualTo(0);
              assertThat(box.y()).isGreaterThanOrEqualTo(-TOUCH);
              assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width() + TOUCH);
              assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height() + TOUCH);
            });
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(apart(boxes.get(i), boxes.get(j)))
            .as(boxes.get(i) + " " + boxes.get(j))
            .isTrue();
      }
    }
  }

  @Property(tries = 150)
  void every_edge_is_drawn_from_border_to_border(@ForAll("graphs") Graph graph) {
    Drawing drawing = graph.drawn();
    Map<String, Box> boxes = boxes(drawing);

    assertThat(drawing.lines())
        .extracting(line -> new Edge(line.from(), line.to()))
        .isEqualTo(graph.edges());
    assertThat(drawing.lines())
        .allSatisfy(
            line -> {
              assertOnASide(line.points().get(0), box(boxes, line.from()));
              assertOnASide(last(line), box(boxes, line.to()));
              assertThat(line.points().size() % 2).isEqualTo(0);
            });
  }

  @Property(tries = 150)
  void no_edge_leads_through_a_box(@ForAll("graphs") Graph graph) {
    assertNoLineCrossesABox(graph.drawn());
  }

  @Property(tries = 50)
  void equal_graphs_give_equal_drawings(@ForAll("graphs") Graph graph) {
    assertThat(graph.drawn())
        .isEqualTo(new Graph(List.copyOf(graph.nodes()), List.copyOf(graph.edges())).drawn());
  }

  @Provide
  Arbitrary<Graph> graphs() {
    Arbitrary<List<Double>> widths = Arbitraries.doubles().between(40, 240).list().ofMaxSize(40);
    Arbitrary<List<Integer>> ends = Arbitraries.integers().between(0, 10_000).list().ofMaxSize(160);
    return Combinators.combine(widths, ends)
        .as(
            (sizes, numbers) -> {
              List<Node> nodes = new ArrayList<>();
              for (double width : sizes) {
                nodes.add(new Node("n" + nodes.size(), width, 44));
              }
              List<Edge> edges = new ArrayList<>();
              for (int i = 1; i < numbers.size() && !nodes.isEmpty(); i += 2) {
                Edge edge =
                    new Edge(
                        "n" + numbers.get(i - 1) % nodes.size(),
                        "n" + numbers.get(i) % nodes.size());
                if (!edge.from().equals(edge.to()) && !edges.contains(edge)) {
                  edges.add(edge);
                }
              }
              return new Graph(nodes, edges);
            });
  }

  private static Graph graph(String... parts) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (String part : parts) {
      int arrow = part.indexOf('>');
      if (arrow < 0) {
        nodes.add(new Node(part, 100, 40));
      } else {
        edges.add(new Edge(part.substring(0, arrow), part.substring(arrow + 1)));
      }
    }
    return new Graph(nodes, edges);
  }

  private static Map<String, Box> boxes(Drawing drawing) {
    return drawing.boxes().stream().collect(Collectors.toMap(Box::id, Function.identity()));
  }

  private static Box box(Map<String, Box> boxes, String id) {
    return java.util.Objects.requireNonNull(boxes.get(id));
  }

  private static Point last(Line line) {
    return line.points().get(line.points().size() - 1);
  }

  private static boolean apart(Box one, Box other) {
    return one.x() + one.width() < other.x()
        || other.x() + other.width() < one.x()
        || one.y() + one.height() < other.y() - TOUCH
        || other.y() + other.height() < one.y() - TOUCH;
  }

  private static void assertOnASide(Point point, Box box) {
    assertThat(Math.min(Math.abs(point.x() - box.x()), Math.abs(point.x() - box.x() - box.width())))
        .isLessThan(TOUCH);
    assertThat(point.y()).isBetween(box.y(), box.y() + box.height());
  }

  /** Along the curves and straights that a line stands for, no point lies inside of a box. */
  private static void assertNoLineCrossesABox(Drawing drawing) {
    for (Line line : drawing.lines()) {
      for (int i = 1; i < line.points().size(); i++) {
        Point from = line.points().get(i - 1);
        Point to = line.points().get(i);
        for (double t = 0; t <= 1; t += 0.05) {
          double x = from.x() + (to.x() - from.x()) * t;
          double y = from.y() + (to.y() - from.y()) * t * t * (3 - 2 * t);
          assertThat(drawing.boxes())
              .noneMatch(
                  box ->
                      x > box.x() + TOUCH
                          && x < box.x() + box.width() - TOUCH
                          && y > box.y() + TOUCH
                          && y < box.y() + box.height() - TOUCH);
        }
      }
    }
  }
}
