package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What is sick and leads down to a cause through sick components only, and by which way. Of two
 * ways from the same component the shorter one counts, and of two as short the sicker one.
 */
final class SickPaths {
  private static final int MOST = 3;
  private static final BinaryOperator<Step> SICKER =
      BinaryOperator.minBy(Comparator.comparingDouble(Step::health).thenComparing(Step::below));

  private final Map<ComponentId, Step> steps = new LinkedHashMap<>();

  /** One step of a way: from a component to the next one below, or to itself where it ends. */
  private record Step(ComponentId below, int length, double health) {}

  private SickPaths() {}

  /** Climbs from a cause to all that it explains, one floor after the other. */
  static SickPaths upFrom(ComponentId cause, Patients patients) {
    SickPaths paths = new SickPaths();
    Map<ComponentId, Step> floor = Map.of(cause, new Step(cause, 0, 0));
    while (!floor.isEmpty()) {
      paths.steps.putAll(floor);
      Map<ComponentId, Step> next = new TreeMap<>();
      floor.forEach(
          (below, step) -> {
            for (Dependency edge : patients.sickDependantsOf(below)) {
              if (!paths.steps.containsKey(edge.dependant())) {
                double healthy = 1 - edge.weight() * patients.severity(edge.dependant());
                next.merge(
                    edge.dependant(),
                    new Step(below, step.length() + 1, step.health() + healthy),
                    SICKER);
              }
            }
          });
      floor = next;
    }
    return paths;
  }

  /** The cause and all that leads to it, the nearest first. */
  Set<ComponentId> components() {
    return steps.keySet();
  }

  /** The best way from each of the first three of these symptoms that lead to the cause. */
  List<List<ComponentId>> from(Collection<Symptom> symptoms) {
    return symptoms.stream()
        .map(Symptom::component)
        .filter(steps::containsKey)
        .limit(MOST)
        .map(this::path)
        .toList();
  }

  private List<ComponentId> path(ComponentId symptom) {
    List<ComponentId> path = new ArrayList<>(List.of(symptom));
    Step step = steps.get(symptom);
    while (step != null && step.length() > 0) {
      path.add(step.below());
      step = steps.get(step.below());
    }
    return path;
  }
}
