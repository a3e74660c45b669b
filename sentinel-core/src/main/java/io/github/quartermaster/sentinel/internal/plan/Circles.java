package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Components that need one another: causes among them can be ranked, but less sharply. */
final class Circles {
  private Circles() {}

  /** A warning for each circle. */
  static List<Problem> problems(DependencyGraph graph) {
    NumberedGraph numbered = new NumberedGraph(graph, Map.of());
    StrongComponents circles = StrongComponents.of(numbered.down());
    return IntStream.range(0, circles.count())
        .mapToObj(circles::circle)
        .filter(nodes -> nodes.length > 1)
        .map(nodes -> problem(Arrays.stream(nodes).mapToObj(numbered::id).sorted().toList()))
        .toList();
  }

  private static Problem problem(List<ComponentId> members) {
    String names = members.stream().map(ComponentId::value).collect(Collectors.joining(", "));
    return Problem.warning(
        ProblemCode.DEPENDENCY_CYCLE,
        members.get(0),
        "tried to put components in an order; " + names + " need one another",
        "Remove the dependency that is none");
  }
}
