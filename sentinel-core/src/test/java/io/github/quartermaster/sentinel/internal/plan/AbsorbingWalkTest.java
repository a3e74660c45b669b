package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultDirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.junit.jupiter.api.Test;

class AbsorbingWalkTest {
  @Test
  void walkers_stop_in_proportion_to_the_weights() {
    Edges edges = new Edges(2);
    edges.add(0, 1, 3);
    edges.add(0, 2, 6);
    AbsorbingWalk walk =
        AbsorbingWalk.run(edges.adjacency(3), new double[] {1, 1, 1}, new double[] {10, 0, 5});

    assertThat(walk.stopped(0)).isEqualTo(1, within(1e-12));
    assertThat(walk.stopped(1)).isEqualTo(3, within(1e-12));
    assertThat(walk.stopped(2)).isEqualTo(11, within(1e-12));
    assertThat(walk.passed(2)).isEqualTo(11, within(1e-12));
  }

  @Test
  void walkers_leave_a_circle_in_the_end() {
    Edges edges = new Edges(3);
    edges.add(0, 1, 1);
    edges.add(1, 0, 1);
    edges.add(1, 2, 1);
    AbsorbingWalk walk =
        AbsorbingWalk.run(edges.adjacency(3), new double[] {1e-4, 1e-4, 1}, new double[] {1, 0, 0});

    assertThat(walk.stopped(2)).isEqualTo(1, within(1e-3));
    assertThat(walk.stopped(0) + walk.stopped(1) + walk.stopped(2)).isEqualTo(1, within(1e-9));
  }

  /**
   * Where every walker stops with the same chance at every step and starts anywhere alike, the walk
   * is PageRank with that damping; in a graph without dead ends, since those are where PageRank
   * jumps and a walker stops.
   */
  @Property(tries = 50)
  void walk_with_even_stops_is_page_rank(@ForAll long seed) {
    Random random = new Random(seed);
    int nodes = 15;
    double damping = 0.85;
    DefaultDirectedWeightedGraph<Integer, DefaultWeightedEdge> oracle =
        new DefaultDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    for (int node = 0; node < nodes; node++) {
      oracle.addVertex(node);
    }
    Edges edges = new Edges(nodes);
    double[] stay = new double[nodes];
    for (int i = 0; i < 3 * nodes; i++) {
      int from = i < nodes ? i : random.nextInt(nodes);
      int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
      double weight = 0.1 + random.nextDouble();
      DefaultWeightedEdge edge = oracle.addEdge(from, to);
      if (edge != null) {
        oracle.setEdgeWeight(edge, weight);
        edges.add(from, to, weight);
        stay[from] += weight * (1 - damping) / damping;
      }
    }
    double[] walkers = new double[nodes];
    Arrays.fill(walkers, 1.0 / nodes);
    AbsorbingWalk walk = AbsorbingWalk.run(edges.adjacency(nodes), stay, walkers);
    PageRank<Integer, DefaultWeightedEdge> pageRank = new PageRank<>(oracle, damping, 1000, 1e-13);

    for (int node = 0; node < nodes; node++) {
      assertThat(walk.stopped(node)).isEqualTo(pageRank.getVertexScore(node), within(1e-9));
    }
  }
}
