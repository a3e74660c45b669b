package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The components that a picture shows: all, where people can still read that, else those on the
 * ways to the first causes, the sickest, and what these need.
 */
final class Excerpt {
  private static final int CAUSES = 5;

  private Excerpt() {}

  /**
   * In the order of importance where it is less than all.
   *
   * @param most how many a picture takes
   */
  static Set<ComponentId> of(CheckResult result, int most) {
    if (result.components().size() <= most) {
      return new LinkedHashSet<>(result.graph().components());
    }
    Set<ComponentId> shown = new LinkedHashSet<>();
    for (Cause cause : result.diagnosis().causes().stream().limit(CAUSES).toList()) {
      add(cause.component(), shown, most);
      cause.paths().stream().limit(1).flatMap(List::stream).forEach(id -> add(id, shown, most));
    }
    result.components().stream()
        .filter(component -> component.isSick())
        .sorted(Badness.WORST_FIRST)
        .map(ComponentHealth::id)
        .forEach(id -> add(id, shown, most));
    for (ComponentId id : List.copyOf(shown)) {
      for (Dependency dependency : result.graph().prerequisitesOf(id)) {
        add(dependency.prerequisite(), shown, most);
      }
    }
    shown.retainAll(result.graph().components());
    return shown;
  }

  private static void add(ComponentId id, Set<ComponentId> shown, int most) {
    if (shown.size() < most) {
      shown.add(id);
    }
  }
}
