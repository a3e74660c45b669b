package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dependency graph as trees of plain characters: below each component stands what it needs. What
 * was shown before is not unfolded again, so that also a graph with circles comes to an end and
 * each edge stands there once.
 */
public final class GraphText {
  private static final int DEEPEST = 40;

  private final DependencyGraph graph;
  private final Set<ComponentId> unfolded = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  private GraphText(DependencyGraph graph) {
    this.graph = graph;
  }

  /** The trees, beginning with what nothing else needs; ends with a line break. */
  public static String of(DependencyGraph graph) {
    return new GraphText(graph).written();
  }

  private String written() {
    List<ComponentId> alone = new ArrayList<>();
    for (ComponentId component : graph.components()) {
      if (graph.dependantsOf(component).isEmpty()) {
        if (graph.prerequisitesOf(component).isEmpty()) {
          alone.add(component);
        } else {
          tree(component);
        }
      }
    }
    // what is left has its dependants in a circle, or lies deeper than a tree goes
    for (ComponentId component : graph.components()) {
      if (!graph.prerequisitesOf(component).isEmpty() && !unfolded.contains(component)) {
        tree(component);
      }
    }
    if (!alone.isEmpty()) {
      text.append("alone: ");
      text.append(String.join(", ", alone.stream().map(GraphText::name).toList()));
      text.append('\n');
    }
    return text.isEmpty() ? "no components\n" : text.toString();
  }

  private void tree(ComponentId root) {
    text.append(name(root)).append('\n');
    unfolded.add(root);
    Deque<Branch> branches = new ArrayDeque<>();
    push(root, "", branches);
    while (!branches.isEmpty()) {
      Branch branch = branches.pop();
      ComponentId component = branch.dependency().prerequisite();
      text.append(branch.indent()).append(branch.isLast() ? "`- " : "|- ").append(name(component));
      text.append(remark(branch.dependency()));
      boolean hasMore = !graph.prerequisitesOf(component).isEmpty();
      if (hasMore && (branch.depth() >= DEEPEST)) {
        text.append(" ...");
      } else if (hasMore && !unfolded.add(component)) {
        text.append(" (see above)");
      } else {
        push(component, branch.indent() + (branch.isLast() ? "   " : "|  "), branches);
      }
      text.append('\n');
    }
  }

  private void push(ComponentId component, String indent, Deque<Branch> branches) {
    List<Dependency> needed = graph.prerequisitesOf(component);
    for (int i = needed.size() - 1; i >= 0; i--) {
      branches.push(new Branch(needed.get(i), indent, i == needed.size() - 1));
    }
  }

  private static String remark(Dependency dependency) {
    String soft = dependency.weight() < 1 ? "soft, " : "";
    return switch (dependency.origin()) {
      case DECLARED -> soft.isEmpty() ? "" : "  [soft]";
      case TAG, PROVIDER, BUILT_IN ->
          "  ["
              + soft
              + dependency.origin().name().toLowerCase(Locale.ROOT).replace('_', '-')
              + "]";
    };
  }

  private static String name(ComponentId id) {
    return Printable.line(id.value());
  }

  private record Branch(Dependency dependency, String indent, boolean isLast) {
    int depth() {
      return indent.length() / 3;
    }
  }
}
