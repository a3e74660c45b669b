package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can have to do with a trouble: all that is connected with it, up and down. */
public final class Related {
  private Related() {}

  /** The components themselves, and whatever they are connected with. */
  public static Set<ComponentId> to(Collection<ComponentId> components, DependencyGraph graph) {
    Map<ComponentId, Set<ComponentId>> beside = new HashMap<>();
    for (Dependency edge : graph.dependencies()) {
      beside.computeIfAbsent(edge.dependant(), id -> new HashSet<>()).add(edge.prerequisite());
      beside.computeIfAbsent(edge.prerequisite(), id -> new HashSet<>()).add(edge.dependant());
    }
    Set<ComponentId> related = new HashSet<>(components);
    Deque<ComponentId> open = new ArrayDeque<>(List.copyOf(related));
    while (!open.isEmpty()) {
      for (ComponentId next : beside.getOrDefault(open.remove(), Set.of())) {
        if (related.add(next)) {
          open.add(next);
        }
      }
    }
    return related;
  }
}
