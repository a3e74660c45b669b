package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the ways from what people notice down to a cause, through sick components only. Of two ways
 * from the same symptom the better one is the shorter, and of two as short the sicker.
 */
final class SickPaths {
  private static final int MOST = 3;

  private final Patients patients;
  private final List<Symptom> symptoms;

  SickPaths(Patients patients, List<Symptom> symptoms) {
    this.patients = patients;
    this.symptoms = symptoms;
  }

  /** The best way from each of the three worst symptoms that it explains. */
  List<List<ComponentId>> to(ComponentId cause) {
    Map<ComponentId, Step> steps = climb(cause);
    List<List<ComponentId>> paths = new ArrayList<>();
    for (Symptom symptom : symptoms) {
      Step step = steps.get(symptom.component());
      if (step != null && paths.size() < MOST) {
        paths.add(path(step, steps));
      }
    }
    return paths;
  }

  /** One step of a way: from a component to the next one below, or to itself where it ends. */
  private record Step(ComponentId from, ComponentId below, int length, double health) {}

  /** Dijkstra's algorithm, upwards. */
  private Map<ComponentId, Step> climb(ComponentId cause) {
    Map<ComponentId, Step> best = new HashMap<>();
    PriorityQueue<Step> next =
        new PriorityQueue<>(
            Comparator.comparingInt(Step::length)
                .thenComparingDouble(Step::health)
                .thenComparing(Step::from)
                .thenComparing(Step::below));
    next.add(new Step(cause, cause, 0, 0));
    while (!next.isEmpty()) {
      Step step = next.remove();
      if (best.putIfAbsent(step.from(), step) == null) {
        for (Dependency edge : patients.sickDependantsOf(step.from())) {
          double healthy = 1 - edge.weight() * patients.severity(edge.dependant());
          next.add(
              new Step(edge.dependant(), step.from(), step.length() + 1, step.health() + healthy));
        }
      }
    }
    return best;
  }

  private static List<ComponentId> path(Step symptom, Map<ComponentId, Step> steps) {
    List<ComponentId> path = new ArrayList<>(List.of(symptom.from()));
    Step step = symptom;
    while (step != null && step.length() > 0) {
      path.add(step.below());
      step = steps.get(step.below());
    }
    return path;
  }
}
