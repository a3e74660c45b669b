package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out which components are meant by what others require: a component of that name, else all
 * components of the check of that name, and for a tag all that provide it.
 *
 * <p>What the configuration requires by name and nobody is, gets a problem; what a provider would
 * require if it were there does not.
 */
public final class GraphBuilder {
  private final Set<String> absentChecks;
  private final List<Sample> samples;

  /**
   * @param absentChecks checks that were left out or could not say which components they have: what
   *     is required may be theirs
   * @param samples which check measures which component: several may measure one, which bears the
   *     name of the first
   */
  public GraphBuilder(Collection<String> absentChecks, List<Sample> samples) {
    this.absentChecks = Set.copyOf(absentChecks);
    this.samples = List.copyOf(samples);
  }

  /**
   * The graph of these components, none of which may be named twice, and what leads nowhere or in a
   * circle.
   */
  public Built build(List<Component> components) {
    Map<String, Set<ComponentId>> targets = targets(components);
    List<Dependency> dependencies = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Component component : components) {
      for (Requirement requirement : component.requires()) {
        Set<ComponentId> found = targets.getOrDefault(requirement.target(), Set.of());
        if (found.isEmpty() && isMissed(requirement)) {
          problems.add(missing(component, requirement, targets.keySet()));
        }
        found.stream()
            .filter(target -> !target.equals(component.id()))
            .map(target -> dependency(component, target, requirement))
            .forEach(dependencies::add);
      }
    }
    List<ComponentId> ids = components.stream().map(Component::id).toList();
    DependencyGraph graph = DependencyGraph.of(ids, dependencies);
    problems.addAll(Circles.problems(graph));
    return new Built(graph, problems);
  }

  private Map<String, Set<ComponentId>> targets(List<Component> components) {
    Map<String, Set<ComponentId>> targets = new LinkedHashMap<>();
    for (Component component : components) {
      for (String tag : component.provides()) {
        add(targets, Requirement.TAG_PREFIX + tag, component.id());
      }
      add(targets, component.check(), component.id());
    }
    samples.stream()
        .filter(sample -> !sample.outside())
        .forEach(sample -> add(targets, sample.check(), sample.reading().component()));
    // a component's own name means it alone, whatever check has the same name
    components.forEach(each -> targets.put(each.id().value(), Set.of(each.id())));
    for (Component component : components) {
      component
          .aliases()
          .forEach(alias -> targets.putIfAbsent(alias.value(), Set.of(component.id())));
    }
    return targets;
  }

  private static void add(Map<String, Set<ComponentId>> targets, String name, ComponentId id) {
    targets.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(id);
  }

  private static Dependency dependency(
      Component component, ComponentId target, Requirement requirement) {
    return new Dependency(component.id(), target, requirement.weight(), requirement.origin());
  }

  private boolean isMissed(Requirement requirement) {
    boolean declared =
        requirement.origin() == Dependency.Origin.DECLARED
            || requirement.origin() == Dependency.Origin.TAG;
    return declared && absentChecks.isEmpty();
  }

  private static Problem missing(Component component, Requirement requirement, Set<String> known) {
    return Problem.warning(
        ProblemCode.DEPENDENCY_UNKNOWN,
        component.id(),
        "tried to find "
            + requirement.target()
            + ", which "
            + component.id()
            + " requires; nothing of that name was found on this host",
        "Name one of " + String.join(", ", new TreeSet<>(known)));
  }

  /**
   * What came of it.
   *
   * @param graph all components and the dependencies that were found
   * @param problems requirements that lead nowhere or in a circle
   */
  public record Built(DependencyGraph graph, List<Problem> problems) {
    /** Copies the list. */
    public Built {
      problems = List.copyOf(problems);
    }
  }
}
