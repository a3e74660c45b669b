package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sick components a cause accounts for: those that need it, through sick ones all the way.
 */
final class Explained {
  private Explained() {}

  /** The nearest first, without the cause itself. */
  static List<ComponentId> by(Cause cause, CheckResult result) {
    Set<ComponentId> sick =
        result.components().stream()
            .filter(ComponentHealth::isSick)
            .map(ComponentHealth::id)
            .collect(Collectors.toSet());
    Set<ComponentId> found = new LinkedHashSet<>(List.of(cause.component()));
    Deque<ComponentId> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      for (Dependency dependency : result.graph().dependantsOf(next.remove())) {
        if (sick.contains(dependency.dependant()) && found.add(dependency.dependant())) {
          next.add(dependency.dependant());
        }
      }
    }
    return found.stream().skip(1).toList();
  }

  /** The sick components that a cause does not account for, in the order of the configuration. */
  static List<ComponentId> notBy(Cause cause, CheckResult result) {
    Set<ComponentId> explained = new LinkedHashSet<>(by(cause, result));
    explained.add(cause.component());
    return result.components().stream()
        .filter(ComponentHealth::isSick)
        .map(ComponentHealth::id)
        .filter(id -> !explained.contains(id))
        .toList();
  }
}
