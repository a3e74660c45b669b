package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.junit.jupiter.api.Test;

class StrongComponentsTest {
  private static final int NODES = 12;

  @Property(tries = 300)
  void circles_are_those_that_jgrapht_finds(@ForAll("edges") List<List<Integer>> edges) {
    DefaultDirectedGraph<Integer, DefaultEdge> oracle =
        new DefaultDirectedGraph<>(DefaultEdge.class);
    for (int node = 0; node < NODES; node++) {
      oracle.addVertex(node);
    }
    edges.forEach(edge -> oracle.addEdge(edge.get(0), edge.get(1)));

    assertThat(Set.copyOf(circles(adjacency(NODES, edges))))
        .isEqualTo(
            Set.copyOf(new KosarajuStrongConnectivityInspector<>(oracle).stronglyConnectedSets()));
  }

  @Property(tries = 300)
  void edges_lead_from_earlier_circles_to_later_ones(@ForAll("edges") List<List<Integer>> edges) {
    Map<Integer, Integer> position = new HashMap<>();
    List<Set<Integer>> circles = circles(adjacency(NODES, edges));
    for (int i = 0; i < circles.size(); i++) {
      for (int node : circles.get(i)) {
        position.put(node, i);
      }
    }
    assertThat(edges)
        .allSatisfy(
            edge ->
                assertThat(position.get(edge.get(0)))
                    .isLessThanOrEqualTo(position.get(edge.get(1))));
  }

  @Test
  void long_chain_does_not_exhaust_the_stack() {
    Edges edges = new Edges(1);
    for (int node = 0; node < 200_000; node++) {
      edges.add(node, (node + 1) % 200_000, 1);
    }
    assertThat(StrongComponents.of(edges.adjacency(200_000)).count()).isEqualTo(1);
  }

  @Provide
  Arbitrary<List<List<Integer>>> edges() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, NODES - 1);
    return Combinators.combine(node, node)
        .as((from, to) -> List.of(from, to))
        .list()
        .ofMaxSize(2 * NODES);
  }

  private static Adjacency adjacency(int nodes, List<List<Integer>> pairs) {
    Edges edges = new Edges(pairs.size());
    pairs.forEach(pair -> edges.add(pair.get(0), pair.get(1), 1));
    return edges.adjacency(nodes);
  }

  private static List<Set<Integer>> circles(Adjacency edges) {
    StrongComponents circles = StrongComponents.of(edges);
    return IntStream.range(0, circles.count())
        .mapToObj(circles::circle)
        .map(nodes -> Arrays.stream(nodes).boxed().collect(Collectors.toCollection(HashSet::new)))
        .collect(Collectors.toList());
  }
}
