package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** On this branch only the state, until the ranking is merged. */
public final class Diagnoser {
  private Diagnoser() {}

  /** The worst state. */
  public static Diagnosis diagnose(DependencyGraph graph, List<ComponentHealth> components) {
    Score score =
        components.stream()
            .map(ComponentHealth::score)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Score.HEALTHY);
    Status status = score.status();
    return new Diagnosis(
        status, score, List.of(), List.of(), Confidence.LOW, 1, null, graph.components());
  }
}
