package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ModuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts modules in an order in which each comes after those that it needs, and after the one that
 * brings it along; otherwise by id.
 */
final class DependencyOrder {
  private DependencyOrder() {}

  /**
   * The AMPs in order, or where that is impossible those left in or behind a circle.
   *
   * @param circle the ids of one circle, in order, or empty
   */
  record Ordered(List<AmpFile> amps, List<ModuleId> circle) {}

  static Ordered order(Collection<AmpFile> amps) {
    Map<ModuleId, AmpFile> waiting = new TreeMap<>();
    for (AmpFile amp : amps) {
      waiting.put(amp.module().id(), amp);
    }
    Map<ModuleId, Set<ModuleId>> needs = new TreeMap<>();
    Map<ModuleId, List<ModuleId>> neededBy = new TreeMap<>();
    SortedSet<ModuleId> ready = new TreeSet<>();
    for (AmpFile amp : waiting.values()) {
      ModuleId id = amp.module().id();
      Set<ModuleId> unmet = needs(amp, waiting);
      needs.put(id, unmet);
      for (ModuleId need : unmet) {
        neededBy.computeIfAbsent(need, n -> new ArrayList<>()).add(id);
      }
      if (unmet.isEmpty()) {
        ready.add(id);
      }
    }
    List<AmpFile> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      ModuleId next = ready.first();
      ready.remove(next);
      AmpFile amp = waiting.remove(next);
      if (amp != null) {
        ordered.add(amp);
      }
      for (ModuleId dependent : neededBy.getOrDefault(next, List.of())) {
        Set<ModuleId> unmet = needs.getOrDefault(dependent, Set.of());
        unmet.remove(next);
        if (unmet.isEmpty()) {
          ready.add(dependent);
        }
      }
    }
    return new Ordered(ordered, circle(waiting.keySet(), needs));
  }

  /** Those of the others that must come before it. */
  private static Set<ModuleId> needs(AmpFile amp, Map<ModuleId, AmpFile> others) {
    Set<ModuleId> needs = new TreeSet<>(amp.module().dependencies().keySet());
    needs.removeAll(bundled(amp));
    for (AmpFile other : others.values()) {
      if (brings(other, amp) && !brings(amp, other)) {
        needs.add(other.module().id());
      }
    }
    needs.retainAll(others.keySet());
    needs.remove(amp.module().id());
    return needs;
  }

  private static Set<ModuleId> bundled(AmpFile amp) {
    Set<ModuleId> ids = new TreeSet<>();
    for (AmpModule module : amp.bundled().values()) {
      ids.add(module.id());
    }
    return ids;
  }

  /** Whether one AMP brings the module of the other along, be it under a former id. */
  private static boolean brings(AmpFile bundler, AmpFile amp) {
    Set<ModuleId> ids = bundled(bundler);
    return ids.contains(amp.module().id()) || !Collections.disjoint(ids, amp.module().aliases());
  }

  /** Whoever is left needs somebody who is left, so following the needs must come round. */
  private static List<ModuleId> circle(Set<ModuleId> left, Map<ModuleId, Set<ModuleId>> needs) {
    if (left.isEmpty()) {
      return List.of();
    }
    Set<ModuleId> path = new LinkedHashSet<>();
    ModuleId at = left.iterator().next();
    while (path.add(at)) {
      at = needs.getOrDefault(at, Set.of()).iterator().next();
    }
    List<ModuleId> walked = new ArrayList<>(path);
    return walked.subList(walked.indexOf(at), walked.size());
  }
}
