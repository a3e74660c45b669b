package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.quartermaster.sentinel.internal.plan.GeneratedIncident.Difficulty;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DiagnoserPropertiesTest {
  @Property(tries = 200)
  void shares_sum_to_1_and_fall(@ForAll long seed) {
    List<Cause> causes = diagnosis(incident(seed)).causes();

    assertThat(causes.stream().mapToDouble(Cause::share).sum()).isEqualTo(1, within(1e-9));
    for (int i = 1; i < causes.size(); i++) {
      assertThat(causes.get(i).share()).isLessThanOrEqualTo(causes.get(i - 1).share() + 1e-9);
    }
  }

  @Property(tries = 200)
  void every_part_is_between_0_and_1(@ForAll long seed) {
    assertThat(diagnosis(incident(seed)).causes())
        .allSatisfy(
            cause -> {
              assertThat(cause.share()).isBetween(0.0, 1.0);
              assertThat(cause.explains()).isBetween(0.0, 1.0);
              assertThat(cause.unexplained()).isBetween(0.0, 1.0);
            });
  }

  @Property(tries = 200)
  void paths_lead_from_symptoms_along_the_graph_to_the_cause(@ForAll long seed) {
    GeneratedIncident incident = incident(seed);
    Diagnosis diagnosis = diagnosis(incident);
    List<ComponentId> symptoms = diagnosis.symptoms().stream().map(Symptom::component).toList();

    for (Cause cause : diagnosis.causes()) {
      for (List<ComponentId> path : cause.paths()) {
        assertThat(symptoms).contains(path.get(0));
        assertThat(path.get(path.size() - 1)).isEqualTo(cause.component());
        for (int i = 1; i < path.size(); i++) {
          ComponentId below = path.get(i);
          assertThat(incident.graph().prerequisitesOf(path.get(i - 1)))
              .anyMatch(edge -> edge.prerequisite().equals(below));
        }
      }
    }
  }

  /** In a graph without circles. */
  @Property(tries = 200)
  void every_sick_cause_is_reached_from_a_symptom(@ForAll long seed) {
    assertThat(diagnosis(incident(seed)).causes())
        .filteredOn(Cause::verified)
        .allSatisfy(cause -> assertThat(cause.paths()).isNotEmpty());
  }

  @Property(tries = 100)
  void order_of_the_input_does_not_matter(@ForAll long seed) {
    GeneratedIncident incident = incident(seed);
    List<ComponentHealth> shuffled = new ArrayList<>(healths(incident));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Diagnoser.diagnose(incident.graph(), shuffled)).isEqualTo(diagnosis(incident));
  }

  @Property(tries = 100)
  void healthy_component_that_has_to_do_with_no_other_changes_nothing(@ForAll long seed) {
    GeneratedIncident incident = incident(seed);
    List<ComponentHealth> more = new ArrayList<>(healths(incident));
    more.add(Found.scored("another", 0));
    List<ComponentId> ids = new ArrayList<>(incident.graph().components());
    ids.add(Found.id("another"));
    DependencyGraph graph = DependencyGraph.of(ids, incident.graph().dependencies());

    assertThat(Diagnoser.diagnose(graph, more)).isEqualTo(diagnosis(incident));
  }

  @Property(tries = 100)
  void host_that_recovers_has_no_causes(@ForAll long seed) {
    GeneratedIncident incident = incident(seed);
    List<ComponentHealth> well =
        incident.scores().keySet().stream().map(id -> Found.scored(id.value(), 0)).toList();

    assertThat(Diagnoser.diagnose(incident.graph(), well).causes()).isEmpty();
    assertThat(Diagnoser.diagnose(incident.graph(), well).symptoms()).isEmpty();
  }

  private static GeneratedIncident incident(long seed) {
    return GeneratedIncident.generate(seed, 1, Difficulty.noisy(0.25)).get(0);
  }

  private static Diagnosis diagnosis(GeneratedIncident incident) {
    return Diagnoser.diagnose(incident.graph(), healths(incident));
  }

  private static List<ComponentHealth> healths(GeneratedIncident incident) {
    return incident.scores().entrySet().stream()
        .map(
            entry -> {
              String name = entry.getKey().value();
              if (incident.unknown().contains(entry.getKey())) {
                return Found.unknown(name);
              }
              return incident.own().contains(entry.getKey())
                  ? Found.own(name, entry.getValue())
                  : Found.scored(name, entry.getValue());
            })
        .collect(Collectors.toList());
  }
}
