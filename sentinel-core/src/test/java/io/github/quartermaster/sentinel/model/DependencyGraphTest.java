package io.github.quartermaster.sentinel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
  private static final ComponentId WEB = new ComponentId("web");
  private static final ComponentId APP = new ComponentId("app");
  private static final ComponentId DISK = new ComponentId("disk");
  private static final Dependency WEB_APP = edge(WEB, APP, 1);
  private static final Dependency WEB_DISK = edge(WEB, DISK, 0.5);
  private static final Dependency APP_DISK = edge(APP, DISK, 1);

  @Test
  void edges_are_sorted_by_their_ends() {
    DependencyGraph graph =
        DependencyGraph.of(List.of(WEB, APP, DISK), List.of(WEB_DISK, APP_DISK, WEB_APP));

    assertThat(graph.components()).containsExactly(APP, DISK, WEB);
    assertThat(graph.dependencies()).containsExactly(APP_DISK, WEB_APP, WEB_DISK);
    assertThat(graph.prerequisitesOf(WEB)).containsExactly(WEB_APP, WEB_DISK);
    assertThat(graph.dependantsOf(DISK)).containsExactly(APP_DISK, WEB_DISK);
    assertThat(graph.prerequisitesOf(DISK)).isEmpty();
    assertThat(graph.dependantsOf(WEB)).isEmpty();
  }

  @Test
  void heavier_of_two_dependencies_stays() {
    Dependency lighter = edge(WEB, APP, 0.5);
    assertThat(graph(lighter, WEB_APP, APP_DISK).dependencies()).containsExactly(APP_DISK, WEB_APP);
    assertThat(graph(WEB_APP, lighter).dependantsOf(APP)).containsExactly(WEB_APP);
  }

  @Test
  void order_of_the_input_does_not_matter() {
    Dependency byTag = new Dependency(WEB, APP, 1, Dependency.Origin.TAG);
    DependencyGraph graph = graph(WEB_APP, byTag, APP_DISK);

    assertThat(graph(APP_DISK, byTag, WEB_APP)).isEqualTo(graph).hasSameHashCodeAs(graph);
    assertThat(graph.prerequisitesOf(WEB)).containsExactly(WEB_APP);
    assertThat(graph(APP_DISK)).isNotEqualTo(graph);
  }

  @Test
  void dependency_of_a_stranger_is_refused() {
    assertThatThrownBy(() -> DependencyGraph.of(List.of(WEB), List.of(WEB_APP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no component app in this graph");
  }

  @Test
  void stranger_has_no_edges() {
    ComponentId stranger = new ComponentId("stranger");
    assertThat(graph(WEB_APP).prerequisitesOf(stranger)).isEmpty();
    assertThat(graph(WEB_APP).dependantsOf(stranger)).isEmpty();
  }

  private static DependencyGraph graph(Dependency... edges) {
    return DependencyGraph.of(List.of(WEB, APP, DISK), List.of(edges));
  }

  private static Dependency edge(ComponentId from, ComponentId to, double weight) {
    return new Dependency(from, to, weight, Dependency.Origin.DECLARED);
  }
}
