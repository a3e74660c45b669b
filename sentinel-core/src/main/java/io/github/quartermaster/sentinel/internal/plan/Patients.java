package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import io.github.quartermaster.sentinel.model.Status;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The components with their graph, those of several names made one. For one thread. */
final class Patients {
  /** The sickest first, and of those as sick the one with the first id. */
  static final Comparator<ComponentHealth> SICKEST_FIRST =
      Comparator.comparing(Patients::score).reversed().thenComparing(ComponentHealth::id);

  private final DependencyGraph graph;
  private final Map<ComponentId, ComponentHealth> healths;
  private final Map<ComponentId, List<Dependency>> sickDependants = new HashMap<>();

  Patients(DependencyGraph graph, List<ComponentHealth> components, Aliases aliases) {
    Map<ComponentId, ComponentHealth> byName = new TreeMap<>();
    components.forEach(health -> byName.merge(health.id(), health, Patients::both));
    this.graph = aliases.merge(graph);
    this.healths = new LinkedHashMap<>(new TreeMap<>(aliases.merge(byName, Patients::both)));
    healths.replaceAll((id, health) -> as(byName.getOrDefault(id, health).component(), health));
  }

  private static ComponentHealth as(Component component, ComponentHealth health) {
    return new ComponentHealth(
        component,
        health.status(),
        health.score(),
        health.severity(),
        health.own(),
        health.checked(),
        health.unknownCounts(),
        health.message(),
        health.samples());
  }

  /** The state of the worse, and what was measured of either. */
  private static ComponentHealth both(ComponentHealth one, ComponentHealth other) {
    ComponentHealth worse = badness(other) > badness(one) ? other : one;
    Trouble trouble = trouble(one).or(trouble(other));
    return new ComponentHealth(
        one.component(),
        worse.status(),
        worse.score(),
        trouble.severity(),
        trouble.own(),
        one.checked() || other.checked(),
        one.unknownCounts() || other.unknownCounts(),
        worse.message(),
        Stream.of(one, other).flatMap(health -> health.samples().stream()).distinct().toList());
  }

  /** Sick is worse than unknown, since it is known; not checked is least. */
  private static int badness(ComponentHealth health) {
    if (health.isSick()) {
      return 3 + score(health).value();
    }
    return health.status() == Status.UNKNOWN ? 2 : health.checked() ? 1 : 0;
  }

  private static Trouble trouble(ComponentHealth health) {
    return new Trouble(health.severity(), health.own(), health.status() != Status.UNKNOWN);
  }

  private static Score score(ComponentHealth health) {
    Score score = health.score();
    return score == null ? Score.HEALTHY : score;
  }

  DependencyGraph graph() {
    return graph;
  }

  /** All that were looked at, sorted by id. */
  Collection<ComponentHealth> all() {
    return healths.values();
  }

  /** What was found out about one, or nothing where nobody looked. */
  Optional<ComponentHealth> health(ComponentId id) {
    return Optional.ofNullable(healths.get(id));
  }

  /** Whether one is known to be sick. */
  boolean isSick(ComponentId id) {
    ComponentHealth health = healths.get(id);
    return health != null && health.isSick();
  }

  /** How sick one is, from 0 to 1; 0 where nothing is known. */
  double severity(ComponentId id) {
    return health(id).map(ComponentHealth::severity).orElse(Severity.NONE).value();
  }

  /** Those that are sick and need a component, by the edge between them. */
  List<Dependency> sickDependantsOf(ComponentId id) {
    return sickDependants.computeIfAbsent(
        id,
        key -> graph.dependantsOf(key).stream().filter(edge -> isSick(edge.dependant())).toList());
  }

  /** Those that are sick and that a component needs, by the edge between them. */
  List<Dependency> sickPrerequisitesOf(ComponentId id) {
    return graph.prerequisitesOf(id).stream().filter(edge -> isSick(edge.prerequisite())).toList();
  }

  /** What the ranking takes; components that could not be looked at here are left out. */
  Map<ComponentId, Trouble> troubles() {
    Map<ComponentId, Trouble> troubles = new HashMap<>();
    healths.forEach(
        (id, health) -> {
          if (health.checked()) {
            troubles.put(id, trouble(health));
          }
        });
    return troubles;
  }
}
