package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * Which names mean the same component. All that is measured under one of them counts for the
 * component, and whoever needs one of them needs the component. Immutable.
 */
final class Aliases {
  /** Every name means a component of its own. */
  static final Aliases NONE = new Aliases(Map.of());

  private final Map<ComponentId, ComponentId> meanings;
  private final Map<ComponentId, TreeSet<ComponentId>> names = new HashMap<>();

  private Aliases(Map<ComponentId, ComponentId> meanings) {
    this.meanings = meanings;
    for (ComponentId alias : meanings.keySet()) {
      names.computeIfAbsent(meaning(alias), key -> new TreeSet<>()).add(alias);
    }
  }

  /**
   * The aliases that components declare. Where two declare each other, or the same name, the
   * component whose id comes first in the alphabet stands for all of them.
   */
  static Aliases of(Collection<Component> components) {
    Map<ComponentId, ComponentId> meanings = new TreeMap<>();
    components.stream()
        .filter(component -> !component.aliases().isEmpty())
        .sorted(Comparator.comparing(Component::id))
        .forEach(
            component ->
                component.aliases().stream()
                    .sorted()
                    .forEach(alias -> join(meanings, component.id(), alias)));
    return new Aliases(meanings);
  }

  private static void join(
      Map<ComponentId, ComponentId> meanings, ComponentId component, ComponentId alias) {
    ComponentId one = follow(meanings, component);
    ComponentId other = follow(meanings, alias);
    if (other.equals(alias) && !one.equals(other)) {
      meanings.put(other, one);
    } else if (!one.equals(other)) {
      meanings.put(one, other);
    }
  }

  private static ComponentId follow(Map<ComponentId, ComponentId> meanings, ComponentId id) {
    ComponentId end = id;
    for (ComponentId next = meanings.get(end); next != null; next = meanings.get(end)) {
      end = next;
    }
    return end;
  }

  /** The component that a name means: itself, unless it is an alias. */
  ComponentId meaning(ComponentId name) {
    return meanings.isEmpty() ? name : follow(meanings, name);
  }

  /** The further names of a component, sorted. */
  List<ComponentId> of(ComponentId component) {
    TreeSet<ComponentId> further = names.get(component);
    return further == null ? List.of() : List.copyOf(further);
  }

  /** The graph with one node for all names of a component. */
  DependencyGraph merge(DependencyGraph graph) {
    if (meanings.isEmpty()) {
      return graph;
    }
    List<Dependency> edges = new ArrayList<>();
    for (Dependency edge : graph.dependencies()) {
      ComponentId dependant = meaning(edge.dependant());
      ComponentId prerequisite = meaning(edge.prerequisite());
      if (!dependant.equals(prerequisite)) {
        edges.add(new Dependency(dependant, prerequisite, edge.weight(), edge.origin()));
      }
    }
    return DependencyGraph.of(graph.components().stream().map(this::meaning).toList(), edges);
  }

  /** Values by component, those of several names of one made one. */
  <T> Map<ComponentId, T> merge(Map<ComponentId, T> values, BinaryOperator<T> both) {
    if (meanings.isEmpty()) {
      return values;
    }
    Map<ComponentId, T> merged = new HashMap<>();
    new TreeMap<>(values).forEach((name, value) -> merged.merge(meaning(name), value, both));
    return merged;
  }
}
