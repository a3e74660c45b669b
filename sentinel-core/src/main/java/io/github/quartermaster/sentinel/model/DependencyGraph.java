package io.github.quartermaster.sentinel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which component needs which. Cycles are allowed. Immutable, and equal for equal input whatever
 * its order: components are sorted by id, edges by their ends.
 */
public final class DependencyGraph {
  private final List<ComponentId> components;
  private final Map<ComponentId, Integer> places;
  private final Edges downwards;
  private final Edges upwards;

  private DependencyGraph(
      List<ComponentId> components,
      Map<ComponentId, Integer> places,
      Edges downwards,
      Edges upwards) {
    this.components = components;
    this.places = places;
    this.downwards = downwards;
    this.upwards = upwards;
  }

  /**
   * A graph of these components. Of two dependencies between the same ends the heavier one stays,
   * of two as heavy the one of the earlier {@link Dependency.Origin}. Takes time in proportion to
   * the dependencies.
   *
   * @throws IllegalArgumentException if a dependency names a component that is not among them
   */
  public static DependencyGraph of(
      Collection<ComponentId> components, Collection<Dependency> dependencies) {
    List<ComponentId> ids = List.copyOf(new TreeSet<>(components));
    Map<ComponentId, Integer> places = new HashMap<>(ids.size() * 2);
    for (int place = 0; place < ids.size(); place++) {
      places.put(ids.get(place), place);
    }
    // sorting by one end and then by the other keeps the order of the first: no comparison needed
    Edges byPrerequisite = Edges.sorted(dependencies, places, Dependency::prerequisite);
    Edges byDependant = Edges.sorted(byPrerequisite.all, places, Dependency::dependant);
    List<Dependency> heaviest = heaviest(byDependant.all);
    Edges downwards =
        heaviest.size() == byDependant.all.size()
            ? byDependant
            : Edges.sorted(heaviest, places, Dependency::dependant);
    Edges upwards = Edges.sorted(downwards.all, places, Dependency::prerequisite);
    return new DependencyGraph(ids, places, downwards, upwards);
  }

  /** One of each run of edges with the same ends. */
  private static List<Dependency> heaviest(List<Dependency> sorted) {
    List<Dependency> heaviest = new ArrayList<>(sorted.size());
    for (Dependency edge : sorted) {
      int last = heaviest.size() - 1;
      if (last < 0 || !sameEnds(heaviest.get(last), edge)) {
        heaviest.add(edge);
      } else if (goesBefore(edge, heaviest.get(last))) {
        heaviest.set(last, edge);
      }
    }
    return heaviest;
  }

  private static boolean sameEnds(Dependency one, Dependency other) {
    return one.prerequisite().equals(other.prerequisite())
        && one.dependant().equals(other.dependant());
  }

  private static boolean goesBefore(Dependency one, Dependency other) {
    return one.weight() == other.weight()
        ? one.origin().compareTo(other.origin()) < 0
        : one.weight() > other.weight();
  }

  /** All components, sorted by id. */
  public List<ComponentId> components() {
    return components;
  }

  /** All edges, sorted by dependant, then by prerequisite. */
  public List<Dependency> dependencies() {
    return downwards.all;
  }

  /** The edges to what a component needs, sorted by prerequisite. */
  public List<Dependency> prerequisitesOf(ComponentId dependant) {
    return downwards.of(places.get(dependant));
  }

  /** The edges from those that need a component, sorted by dependant. */
  public List<Dependency> dependantsOf(ComponentId prerequisite) {
    return upwards.of(places.get(prerequisite));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DependencyGraph graph
        && components.equals(graph.components)
        && dependencies().equals(graph.dependencies());
  }

  @Override
  public int hashCode() {
    return 31 * components.hashCode() + dependencies().hashCode();
  }

  /** Edges sorted by one of their ends: those of the component at a place stand together. */
  private static final class Edges {
    private final List<Dependency> all;
    private final int[] start;

    private Edges(List<Dependency> all, int[] start) {
      this.all = all;
      this.start = start;
    }

    /** A counting sort, which keeps the order of edges with the same end. */
    static Edges sorted(
        Collection<Dependency> edges,
        Map<ComponentId, Integer> places,
        Function<Dependency, ComponentId> end) {
      int[] place = new int[edges.size()];
      int[] start = new int[places.size() + 1];
      int count = 0;
      for (Dependency edge : edges) {
        place[count] = place(places, end.apply(edge));
        start[place[count++] + 1]++;
      }
      for (int i = 1; i < start.length; i++) {
        start[i] += start[i - 1];
      }
      int[] next = Arrays.copyOf(start, start.length);
      Dependency[] sorted = new Dependency[count];
      count = 0;
      for (Dependency edge : edges) {
        sorted[next[place[count++]]++] = edge;
      }
      return new Edges(List.of(sorted), start);
    }

    private static int place(Map<ComponentId, Integer> places, ComponentId id) {
      Integer place = places.get(id);
      if (place == null) {
        throw new IllegalArgumentException("there is no component " + id + " in this graph");
      }
      return place;
    }

    List<Dependency> of(@Nullable Integer place) {
      return place == null ? List.of() : all.subList(start[place], start[place + 1]);
    }
  }
}
