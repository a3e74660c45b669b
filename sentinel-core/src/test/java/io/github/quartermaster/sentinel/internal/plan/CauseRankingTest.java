package io.github.quartermaster.sentinel.internal.plan;

import static io.github.quartermaster.sentinel.internal.plan.Found.graph;
import static io.github.quartermaster.sentinel.internal.plan.Found.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CauseRankingTest {
  private final CauseRanking ranking = new CauseRanking();

  @Test
  void nothing_sick_has_no_cause() {
    assertThat(ranking.rank(graph("a > b"), Map.of(id("a"), sick(0), id("b"), Trouble.UNKNOWN)))
        .isEmpty();
  }

  @Test
  void component_that_explains_more_comes_first() {
    List<RankedCause> causes =
        ranking.rank(
            graph("one > db", "two > db", "three > cache"),
            Map.of(
                id("one"), sick(1),
                id("two"), sick(1),
                id("three"), sick(1),
                id("db"), sick(0.9),
                id("cache"), sick(0.9)));

    assertThat(causes).extracting(RankedCause::component).startsWith(id("db"), id("cache"));
  }

  @Test
  void equal_causes_are_ordered_by_their_ids() {
    List<RankedCause> causes =
        ranking.rank(
            graph("b", "a", "c"), Map.of(id("c"), sick(1), id("b"), sick(1), id("a"), sick(1)));

    assertThat(causes)
        .extracting(RankedCause::component)
        .containsExactly(id("a"), id("b"), id("c"));
  }

  @Test
  void soft_dependency_explains_less_than_a_hard_one() {
    DependencyGraph graph =
        DependencyGraph.of(
            List.of(id("web"), id("cpu"), id("disk")),
            List.of(
                new Dependency(id("web"), id("cpu"), 0.5, Dependency.Origin.BUILT_IN),
                new Dependency(id("web"), id("disk"), 1, Dependency.Origin.BUILT_IN)));
    List<RankedCause> causes =
        ranking.rank(graph, Map.of(id("web"), sick(1), id("cpu"), own(0.8), id("disk"), own(0.8)));

    assertThat(causes).extracting(RankedCause::component).startsWith(id("disk"), id("cpu"));
  }

  @Test
  void trouble_of_its_own_stays_though_a_prerequisite_is_as_sick() {
    DependencyGraph graph = graph("web > db > disk");
    double inherited =
        share(
            ranking.rank(graph, Map.of(id("web"), sick(1), id("db"), sick(1), id("disk"), sick(1))),
            "db");
    double own =
        share(
            ranking.rank(graph, Map.of(id("web"), sick(1), id("db"), own(1), id("disk"), sick(1))),
            "db");

    assertThat(own).isGreaterThan(5 * inherited);
  }

  @Test
  void unknown_component_has_three_tenths_of_its_sickest_dependant_at_least() {
    Suspicion suspicion =
        Suspicion.in(
            new NumberedGraph(
                graph("app > db", "app > disk"),
                Map.of(id("app"), sick(0.8), id("disk"), sick(0.8), id("db"), Trouble.UNKNOWN)));

    assertThat(suspicion.severity(1)).isEqualTo(0.24, within(1e-9));
  }

  @Test
  void trouble_with_a_stranger_is_refused() {
    assertThatThrownBy(() -> ranking.rank(graph("a"), Map.of(id("b"), sick(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no component b");
  }

  @Property(tries = 300)
  void shares_sum_to_1_whatever_the_graph(@ForAll long seed) {
    Incident incident = new Incident(new Random(seed));
    List<RankedCause> causes = ranking.rank(incident.graph(), incident.troubles);

    assertThat(causes).allSatisfy(cause -> assertThat(cause.share()).isGreaterThan(0));
    if (!causes.isEmpty()) {
      assertThat(causes.stream().mapToDouble(RankedCause::share).sum()).isEqualTo(1, within(1e-9));
    }
  }

  @Property(tries = 100)
  void order_of_the_input_does_not_matter(@ForAll long seed) {
    Random random = new Random(seed);
    Incident incident = new Incident(random);
    List<RankedCause> causes = ranking.rank(incident.graph(), incident.troubles);
    Collections.shuffle(incident.ids, random);
    Collections.shuffle(incident.edges, random);

    assertThat(ranking.rank(incident.graph(), new TreeMap<>(incident.troubles))).isEqualTo(causes);
  }

  @Property(tries = 100)
  void healthy_component_on_which_nobody_depends_and_which_needs_nothing_sick_changes_nothing(
      @ForAll long seed) {
    Incident incident = new Incident(new Random(seed));
    List<RankedCause> causes = ranking.rank(incident.graph(), incident.troubles);
    ComponentId healthy = id("zz");
    incident.ids.add(healthy);
    incident.troubles.put(healthy, sick(0));

    assertThat(ranking.rank(incident.graph(), incident.troubles)).isEqualTo(causes);
  }

  /** Of one that needs nothing; another one may hand its guilt on while it gets sicker. */
  @Property(tries = 200)
  void component_that_needs_nothing_does_not_fall_in_rank_when_it_gets_sicker(@ForAll long seed) {
    Random random = new Random(seed);
    Incident incident = new Incident(random);
    ComponentId end = id("end");
    incident.ids.add(end);
    for (int i = 0; i < 2; i++) {
      incident.need(incident.ids.get(random.nextInt(incident.ids.size() - 1)), end);
    }
    double before = random.nextDouble();
    double after = before + (1 - before) * random.nextDouble();
    incident.troubles.put(end, own(before));
    int rank = place(ranking.rank(incident.graph(), incident.troubles), end);
    incident.troubles.put(end, own(after));

    assertThat(place(ranking.rank(incident.graph(), incident.troubles), end))
        .isLessThanOrEqualTo(rank);
  }

  @Property(tries = 30)
  void circle_of_any_length_comes_to_an_end(@ForAll @IntRange(min = 2, max = 3000) int length) {
    List<ComponentId> ids = new ArrayList<>();
    Map<ComponentId, Trouble> troubles = new HashMap<>();
    List<Dependency> edges = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      ids.add(id("c" + i));
      troubles.put(id("c" + i), sick(1));
      edges.add(
          new Dependency(id("c" + i), id("c" + (i + 1) % length), 1, Dependency.Origin.DECLARED));
    }
    List<RankedCause> causes = ranking.rank(DependencyGraph.of(ids, edges), troubles);

    // nobody is guiltier than another one, up to where the circle was entered first
    assertThat(causes).hasSize(length);
    assertThat(causes.get(0).share() / causes.get(length - 1).share()).isLessThan(1.001);
  }

  private static int place(List<RankedCause> causes, ComponentId id) {
    return (int)
        causes.stream().filter(cause -> cause.share() > share(causes, id.value()) + 1e-12).count();
  }

  private static double share(List<RankedCause> causes, String name) {
    return causes.stream()
        .filter(cause -> cause.component().equals(id(name)))
        .mapToDouble(RankedCause::share)
        .findFirst()
        .orElse(0);
  }

  private static Trouble sick(double severity) {
    return new Trouble(new Severity(severity), Severity.NONE, true);
  }

  private static Trouble own(double severity) {
    return new Trouble(new Severity(severity), new Severity(severity), true);
  }

  /** Any graph, with cycles, and any trouble. */
  private static final class Incident {
    private final List<ComponentId> ids = new ArrayList<>();
    private final List<Dependency> edges = new ArrayList<>();
    private final Map<ComponentId, Trouble> troubles = new HashMap<>();

    Incident(Random random) {
      int size = 1 + random.nextInt(12);
      for (int i = 0; i < size; i++) {
        ids.add(id("c" + i));
      }
      for (int i = random.nextInt(2 * size); i > 0; i--) {
        need(ids.get(random.nextInt(size)), ids.get(random.nextInt(size)));
      }
      for (ComponentId id : ids) {
        double severity = random.nextBoolean() ? random.nextDouble() : 0;
        switch (random.nextInt(5)) {
          case 0 -> troubles.put(id, Trouble.UNKNOWN);
          case 1 -> troubles.put(id, own(severity));
          case 2 -> troubles.remove(id);
          default -> troubles.put(id, sick(severity));
        }
      }
    }

    void need(ComponentId dependant, ComponentId prerequisite) {
      if (!dependant.equals(prerequisite)) {
        edges.add(new Dependency(dependant, prerequisite, 1, Dependency.Origin.DECLARED));
      }
    }

    DependencyGraph graph() {
      return DependencyGraph.of(ids, edges);
    }
  }
}
