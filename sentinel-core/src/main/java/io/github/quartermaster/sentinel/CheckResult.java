package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a check found out.
 *
 * @param snapshot everything measured
 * @param components each component judged, in the order of the configuration
 * @param graph which needs which
 * @param diagnosis what is wrong and why
 * @param gate when it counts as failed
 * @param gateResult whether it does
 * @param problems what went wrong on the way without stopping the work
 */
public record CheckResult(
    Snapshot snapshot,
    List<ComponentHealth> components,
    DependencyGraph graph,
    Diagnosis diagnosis,
    Gate gate,
    GateResult gateResult,
    List<Problem> problems) {
  /** Copies the lists. */
  public CheckResult {
    components = List.copyOf(components);
    problems = List.copyOf(problems);
  }

  /** The same with more problems. */
  CheckResult and(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new CheckResult(snapshot, components, graph, diagnosis, gate, gateResult, all);
  }

  /** A component by its name. */
  public Optional<ComponentHealth> component(ComponentId id) {
    return components.stream().filter(health -> health.id().equals(id)).findFirst();
  }
}
