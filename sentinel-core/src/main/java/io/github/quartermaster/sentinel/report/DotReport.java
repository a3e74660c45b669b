package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.Locale;

/**
 * A dependency graph in the language of Graphviz, arrows from what suffers to what it needs; soft
 * dependencies are dashed. Every name is a quoted string, so that none can be read as DOT.
 */
public final class DotReport {
  private DotReport() {}

  /** The graph, components and edges sorted by name. */
  public static String of(DependencyGraph graph) {
    StringBuilder dot = new StringBuilder();
    dot.append("digraph sentinel {\n");
    dot.append("  rankdir=LR;\n");
    dot.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
    for (ComponentId component : graph.components()) {
      dot.append("  ").append(quoted(component)).append(";\n");
    }
    for (Dependency dependency : graph.dependencies()) {
      dot.append("  ").append(quoted(dependency.dependant()));
      dot.append(" -> ").append(quoted(dependency.prerequisite()));
      dot.append(" [weight=").append(Math.max(1, Math.round(dependency.weight() * 10)));
      dot.append(dependency.weight() < 1 ? ", style=dashed" : "");
      dot.append(", tooltip=\"").append(origin(dependency)).append("\"];\n");
    }
    return dot.append("}\n").toString();
  }

  /** In a quoted string only the quote is special to DOT; in a label also the backslash. */
  private static String quoted(ComponentId id) {
    return '"' + Printable.line(id.value()).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String origin(Dependency dependency) {
    return dependency.origin().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
