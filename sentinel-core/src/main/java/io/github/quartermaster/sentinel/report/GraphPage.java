package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A dependency graph as a page with a picture and a table; needs nothing but itself. */
public final class GraphPage {
  private static final int MOST = 400;

  private GraphPage() {}

  /**
   * The page, to be written in UTF-8.
   *
   * @param components those of the graph, for their types; what is missing has none
   */
  public static String of(DependencyGraph graph, List<Component> components) {
    Map<ComponentId, String> types =
        components.stream()
            .collect(Collectors.toMap(Component::id, Component::type, (one, other) -> one));
    Map<ComponentId, GraphPicture.Look> looks = new LinkedHashMap<>();
    for (ComponentId id : graph.components()) {
      looks.put(
          id,
          new GraphPicture.Look(
              new Mark("", ""), types.getOrDefault(id, ""), "", "component-" + (looks.size() + 1)));
    }
    String summary =
        Figures.count(graph.components().size(), "component")
            + ", "
            + (graph.dependencies().size() == 1
                ? "1 dependency"
                : graph.dependencies().size() + " dependencies");
    Map<String, Object> page = new HashMap<>();
    page.put("title", "Sentinel: what needs what");
    page.put("summary", summary);
    GraphPicture.Picture picture = picture(looks, graph, summary);
    page.put("graph", picture.svg());
    page.put("graphWidth", picture.width());
    page.put(
        "components",
        looks.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), graph))
            .toList());
    return Markup.of("graph-page.mustache", page);
  }

  private static GraphPicture.Picture picture(
      Map<ComponentId, GraphPicture.Look> looks, DependencyGraph graph, String summary) {
    if (looks.isEmpty() || looks.size() > MOST) {
      return GraphPicture.Picture.NONE;
    }
    List<GraphPicture.Arrow> arrows =
        graph.dependencies().stream().map(edge -> new GraphPicture.Arrow(edge, "")).toList();
    return GraphPicture.of(looks, arrows, "Components and what they need", summary);
  }

  private static Map<String, Object> row(
      ComponentId id, GraphPicture.Look look, DependencyGraph graph) {
    return Map.of(
        "link", look.link(),
        "name", id.value(),
        "type", look.words(),
        "needs", names(graph.prerequisitesOf(id).stream().map(Dependency::prerequisite).toList()),
        "neededBy", names(graph.dependantsOf(id).stream().map(Dependency::dependant).toList()));
  }

  private static String names(List<ComponentId> ids) {
    return ids.stream().map(ComponentId::value).collect(Collectors.joining(", "));
  }
}
