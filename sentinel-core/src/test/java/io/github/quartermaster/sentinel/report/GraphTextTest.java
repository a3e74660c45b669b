package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphTextTest {
  @Test
  void what_is_needed_stands_below_what_needs_it() {
    assertThat(GraphText.of(Results.fullDisk().graph()))
        .isEqualTo(
            """
            queue
            `- disk:/var
            web:shop
            |- app
            |  |- cpu  [soft, built-in]
            |  |- memory  [soft, built-in]
            |  `- postgres
            |     |- disk:/var  [tag]
            |     `- memory  [soft, built-in]
            `- net:gateway  [provider]
            alone: inodes:/boot
            """);
  }

  @Test
  void circle_is_shown_once() {
    assertThat(GraphText.of(graph(edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("c", "d"))))
        .isEqualTo(
            """
            a
            `- b
               `- c
                  |- a (see above)
                  `- d
            """);
  }

  @Test
  void every_edge_of_a_tangle_is_shown_once() {
    Dependency[] edges =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(
                i ->
                    IntStream.range(0, 40)
                        .filter(j -> i != j)
                        .mapToObj(j -> edge("n" + i, "n" + j)))
            .toArray(Dependency[]::new);

    assertThat(GraphText.of(graph(edges)).lines().filter(line -> line.contains("- n")))
        .hasSize(edges.length);
  }

  @Test
  void very_deep_graph_is_cut_and_goes_on_further_down() {
    Dependency[] edges =
        IntStream.range(0, 300)
            .mapToObj(i -> edge("n%03d".formatted(i), "n%03d".formatted(i + 1)))
            .toArray(Dependency[]::new);

    String text = GraphText.of(graph(edges));

    assertThat(text.lines()).allMatch(line -> line.length() < 150);
    assertThat(text).contains("n041 ...\n", "\nn041\n", "n300\n");
  }

  @Test
  void nothing_is_said_to_be_nothing() {
    assertThat(GraphText.of(DependencyGraph.of(List.of(), List.of()))).isEqualTo("no components\n");
  }

  @Test
  void names_cannot_break_lines() {
    assertThat(GraphText.of(Results.hostile().graph()))
        .hasLineCount(2)
        .doesNotContain("\u202e", "\u2028");
  }

  static Dependency edge(String from, String to) {
    return Results.edge(from, to, 1, Dependency.Origin.DECLARED);
  }

  static DependencyGraph graph(Dependency... edges) {
    List<Dependency> dependencies = List.of(edges);
    return DependencyGraph.of(
        dependencies.stream()
            .flatMap(edge -> List.of(edge.dependant(), edge.prerequisite()).stream())
            .toList(),
        dependencies);
  }
}
