package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Short words for what a test says was found out. */
final class Found {
  private Found() {}

  static ComponentId id(String name) {
    return new ComponentId(name);
  }

  /** Measured, its trouble possibly inherited. */
  static ComponentHealth scored(String name, int score) {
    return health(component(name), score, Severity.NONE, Reading.of(name));
  }

  /** Measured, its trouble its own. */
  static ComponentHealth own(String name, int score) {
    return health(component(name), score, Severity.of(new Score(score)), Reading.of(name));
  }

  /** Down, failing at a layer. */
  static ComponentHealth failing(String name, Layer layer) {
    return health(component(name), 10_000, Severity.NONE, Reading.of(name).failingAt(layer));
  }

  /** Measured, with further names. */
  static ComponentHealth named(String name, int score, String... aliases) {
    Component component =
        new Component(
            id(name),
            name,
            "service",
            Blame.INHERITABLE,
            component(name).provides(),
            List.of(),
            Arrays.stream(aliases).map(ComponentId::new).toList());
    return health(component, score, Severity.NONE, Reading.of(name));
  }

  static ComponentHealth health(Component component, int score, Severity own, Reading reading) {
    Score found = new Score(score);
    return new ComponentHealth(
        component,
        found.status(),
        found,
        Severity.of(found),
        own,
        true,
        true,
        score == 0 ? "" : "score " + score,
        List.of(new Sample(component.check(), reading, Instant.EPOCH, Duration.ZERO)));
  }

  static ComponentHealth unknown(String name) {
    return unknown(name, true);
  }

  static ComponentHealth unknown(String name, boolean counts) {
    return new ComponentHealth(
        component(name),
        Status.UNKNOWN,
        null,
        Severity.NONE,
        Severity.NONE,
        true,
        counts,
        "no answer in time",
        List.of());
  }

  static ComponentHealth notChecked(String name) {
    return new ComponentHealth(
        component(name),
        Status.OK,
        null,
        Severity.NONE,
        Severity.NONE,
        false,
        true,
        "not on this machine",
        List.of());
  }

  private static Component component(String name) {
    return Component.of(id(name), name, "service", Blame.INHERITABLE);
  }

  /** A graph of chains such as {@code web > app > disk}; a name alone is a component alone. */
  static DependencyGraph graph(String... chains) {
    List<ComponentId> components = new ArrayList<>();
    List<Dependency> edges = new ArrayList<>();
    for (String chain : chains) {
      List<ComponentId> links = Arrays.stream(chain.split(" > ")).map(ComponentId::new).toList();
      components.addAll(links);
      for (int i = 1; i < links.size(); i++) {
        edges.add(new Dependency(links.get(i - 1), links.get(i), 1, Dependency.Origin.DECLARED));
      }
    }
    return DependencyGraph.of(components, edges);
  }
}
