package io.github.quartermaster.sentinel.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which component needs which. Cycles are allowed. Immutable, and equal for equal input whatever
 * its order: components are sorted by id, edges by their ends.
 */
public final class DependencyGraph {
  private static final Comparator<Dependency> BY_ENDS =
      Comparator.comparing(Dependency::dependant).thenComparing(Dependency::prerequisite);

  private final List<ComponentId> components;
  private final List<Dependency> dependencies;
  private final SortedMap<ComponentId, List<Dependency>> downwards = new TreeMap<>();
  private final SortedMap<ComponentId, List<Dependency>> upwards = new TreeMap<>();

  private DependencyGraph(List<ComponentId> components, List<Dependency> dependencies) {
    this.components = components;
    this.dependencies = dependencies;
    for (Dependency dependency : dependencies) {
      downwards.computeIfAbsent(dependency.dependant(), key -> new ArrayList<>()).add(dependency);
      upwards.computeIfAbsent(dependency.prerequisite(), key -> new ArrayList<>()).add(dependency);
    }
  }

  /**
   * A graph of these components. Of two dependencies between the same ends the heavier one stays.
   *
   * @throws IllegalArgumentException if a dependency names a component that is not among them
   */
  public static DependencyGraph of(
      Collection<ComponentId> components, Collection<Dependency> dependencies) {
    List<ComponentId> ids = components.stream().distinct().sorted().toList();
    Map<List<ComponentId>, Dependency> heaviest = new LinkedHashMap<>();
    for (Dependency dependency : dependencies) {
      requireKnown(ids, dependency.dependant());
      requireKnown(ids, dependency.prerequisite());
      heaviest.merge(
          List.of(dependency.dependant(), dependency.prerequisite()),
          dependency,
          (one, other) -> other.weight() > one.weight() ? other : one);
    }
    return new DependencyGraph(ids, heaviest.values().stream().sorted(BY_ENDS).toList());
  }

  private static void requireKnown(List<ComponentId> ids, ComponentId id) {
    if (Collections.binarySearch(ids, id) < 0) {
      throw new IllegalArgumentException("there is no component " + id + " in this graph");
    }
  }

  /** All components, sorted by id. */
  public List<ComponentId> components() {
    return components;
  }

  /** All edges, sorted by dependant, then by prerequisite. */
  public List<Dependency> dependencies() {
    return dependencies;
  }

  /** The edges to what a component needs, sorted by prerequisite. */
  public List<Dependency> prerequisitesOf(ComponentId dependant) {
    return Collections.unmodifiableList(downwards.getOrDefault(dependant, List.of()));
  }

  /** The edges from those that need a component, sorted by dependant. */
  public List<Dependency> dependantsOf(ComponentId prerequisite) {
    return Collections.unmodifiableList(upwards.getOrDefault(prerequisite, List.of()));
  }
}
