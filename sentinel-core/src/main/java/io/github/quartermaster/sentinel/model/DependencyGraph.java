package io.github.quartermaster.sentinel.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which component needs which. Cycles are allowed. Immutable, and equal for equal input whatever
 * its order: components are sorted by id, edges by their ends.
 */
public final class DependencyGraph {
  private static final Comparator<Dependency> BY_PREREQUISITE =
      Comparator.comparing(Dependency::prerequisite)
          .thenComparing(Comparator.comparingDouble(Dependency::weight).reversed())
          .thenComparing(Dependency::origin);

  private final List<ComponentId> components;
  private final List<Dependency> dependencies;
  private final Map<ComponentId, List<Dependency>> downwards;
  private final Map<ComponentId, List<Dependency>> upwards;

  private DependencyGraph(List<ComponentId> components, List<Dependency> dependencies) {
    this.components = components;
    this.dependencies = dependencies;
    this.downwards = new HashMap<>(components.size() * 2);
    this.upwards = new HashMap<>(components.size() * 2);
    for (Dependency dependency : dependencies) {
      downwards.computeIfAbsent(dependency.dependant(), key -> new ArrayList<>(4)).add(dependency);
      upwards.computeIfAbsent(dependency.prerequisite(), key -> new ArrayList<>(4)).add(dependency);
    }
    downwards.replaceAll((key, edges) -> List.copyOf(edges));
    upwards.replaceAll((key, edges) -> List.copyOf(edges));
  }

  /**
   * A graph of these components. Of two dependencies between the same ends the heavier one stays,
   * of two as heavy the one of the earlier {@link Dependency.Origin}.
   *
   * @throws IllegalArgumentException if a dependency names a component that is not among them
   */
  public static DependencyGraph of(
      Collection<ComponentId> components, Collection<Dependency> dependencies) {
    List<ComponentId> ids = List.copyOf(new TreeSet<>(components));
    Map<ComponentId, List<Dependency>> byDependant = new HashMap<>(ids.size() * 2);
    for (ComponentId id : ids) {
      byDependant.put(id, new ArrayList<>(4));
    }
    for (Dependency dependency : dependencies) {
      edgesOf(byDependant, dependency.prerequisite());
      edgesOf(byDependant, dependency.dependant()).add(dependency);
    }
    List<Dependency> edges = new ArrayList<>(dependencies.size());
    for (ComponentId id : ids) {
      addHeaviest(edgesOf(byDependant, id), edges);
    }
    return new DependencyGraph(ids, List.copyOf(edges));
  }

  private static List<Dependency> edgesOf(
      Map<ComponentId, List<Dependency>> byDependant, ComponentId id) {
    List<Dependency> edges = byDependant.get(id);
    if (edges == null) {
      throw new IllegalArgumentException("there is no component " + id + " in this graph");
    }
    return edges;
  }

  private static void addHeaviest(List<Dependency> edges, List<Dependency> heaviest) {
    edges.sort(BY_PREREQUISITE);
    Dependency last = null;
    for (Dependency edge : edges) {
      if (last == null || !last.prerequisite().equals(edge.prerequisite())) {
        heaviest.add(edge);
      }
      last = edge;
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
    return downwards.getOrDefault(dependant, List.of());
  }

  /** The edges from those that need a component, sorted by dependant. */
  public List<Dependency> dependantsOf(ComponentId prerequisite) {
    return upwards.getOrDefault(prerequisite, List.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DependencyGraph graph
        && components.equals(graph.components)
        && dependencies.equals(graph.dependencies);
  }

  @Override
  public int hashCode() {
    return 31 * components.hashCode() + dependencies.hashCode();
  }
}
