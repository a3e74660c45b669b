package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ModuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    amps.forEach(amp -> waiting.put(amp.module().id(), amp));
    Map<ModuleId, Set<ModuleId>> needs = new TreeMap<>();
    Map<ModuleId, List<ModuleId>> neededBy = new TreeMap<>();
    SortedSet<ModuleId> ready = new TreeSet<>();
    waiting.forEach(
        (id, amp) -> {
          Set<ModuleId> unmet = new TreeSet<>(amp.module().dependencies().keySet());
          unmet.removeAll(bundled(amp));
          waiting.values().stream()
              .filter(other -> brings(other, amp) && !brings(amp, other))
              .forEach(bundler -> unmet.add(bundler.module().id()));
          unmet.retainAll(waiting.keySet());
          unmet.remove(id);
          needs.put(id, unmet);
          unmet.forEach(need -> neededBy.computeIfAbsent(need, n -> new ArrayList<>()).add(id));
          if (unmet.isEmpty()) {
            ready.add(id);
          }
        });
    List<AmpFile> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      ModuleId next = ready.first();
      ready.remove(next);
      Optional.ofNullable(waiting.remove(next)).ifPresent(ordered::add);
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

  private static Set<ModuleId> bundled(AmpFile amp) {
    Set<ModuleId> ids = new TreeSet<>();
    amp.bundled().values().forEach(module -> ids.add(module.id()));
    return ids;
  }

  /** Whether one AMP brings the module of the other along, be it under a former id. */
  private static boolean brings(AmpFile bundler, AmpFile amp) {
    Set<ModuleId> ids = bundled(bundler);
    return ids.contains(amp.module().id())
        || amp.module().aliases().stream().anyMatch(ids::contains);
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
