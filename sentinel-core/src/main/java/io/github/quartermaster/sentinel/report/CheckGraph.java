package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The graph of a check as a picture, with the way to the first cause. */
final class CheckGraph {
  private static final int MOST = 150;
  private static final int BADGES = 3;

  private final CheckResult result;
  private final Map<ComponentId, String> links;
  private final Map<ComponentId, ComponentHealth> components = new HashMap<>();
  private final Set<ComponentId> shown;
  private final List<ComponentId> path;

  /**
   * Of a check.
   *
   * @param links where in the page the nodes lead
   */
  CheckGraph(CheckResult result, Map<ComponentId, String> links) {
    this.result = result;
    this.links = links;
    result.components().forEach(component -> components.put(component.id(), component));
    this.shown = Excerpt.of(result, MOST);
    this.path =
        result.diagnosis().causes().stream()
            .limit(1)
            .flatMap(cause -> cause.paths().stream().limit(1))
            .findFirst()
            .orElse(List.of());
  }

  /** The picture; none where there is nothing to draw. */
  GraphPicture.Picture picture() {
    if (shown.isEmpty()) {
      return GraphPicture.Picture.NONE;
    }
    Map<ComponentId, GraphPicture.Look> looks = new LinkedHashMap<>();
    shown.forEach(id -> looks.put(id, look(id)));
    return GraphPicture.of(
        looks, arrows(), "Components and what they need", Headline.sentence(result) + ".");
  }

  /** How many components the picture lacks, in words, or empty. */
  String leftOut() {
    int number = result.graph().components().size() - shown.size();
    return number <= 0 ? "" : Figures.count(number, "component");
  }

  /** Whether a way to the first cause is shown. */
  boolean hasPath() {
    return path.size() > 1;
  }

  private GraphPicture.Look look(ComponentId id) {
    ComponentHealth component = components.get(id);
    if (component == null) {
      return new GraphPicture.Look(new Mark("skipped", "not checked"), "not checked", "", "");
    }
    Mark mark = Mark.of(component);
    String words = component.score() == null ? mark.word() : mark.word() + " " + component.score();
    return new GraphPicture.Look(mark, words, badge(id), links.getOrDefault(id, ""));
  }

  private String badge(ComponentId id) {
    List<Cause> causes = result.diagnosis().causes();
    for (int i = 0; i < Math.min(BADGES, causes.size()); i++) {
      if (causes.get(i).component().equals(id)) {
        return Integer.toString(i + 1);
      }
    }
    return "";
  }

  /** The way to the first cause last, so that it is drawn on top. */
  private List<GraphPicture.Arrow> arrows() {
    Set<List<ComponentId>> steps = new HashSet<>();
    for (int i = 1; i < path.size(); i++) {
      steps.add(List.of(path.get(i - 1), path.get(i)));
    }
    List<GraphPicture.Arrow> below = new ArrayList<>();
    List<GraphPicture.Arrow> above = new ArrayList<>();
    for (Dependency edge : result.graph().dependencies()) {
      if (shown.contains(edge.dependant()) && shown.contains(edge.prerequisite())) {
        if (steps.contains(List.of(edge.dependant(), edge.prerequisite()))) {
          above.add(new GraphPicture.Arrow(edge, "path"));
        } else {
          below.add(new GraphPicture.Arrow(edge, isSick(edge) ? "sick" : ""));
        }
      }
    }
    below.addAll(above);
    return below;
  }

  private boolean isSick(Dependency edge) {
    ComponentHealth one = components.get(edge.dependant());
    ComponentHealth other = components.get(edge.prerequisite());
    return one != null && other != null && one.isSick() && other.isSick();
  }
}
