package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what people notice: the sick components that no other sick component depends on. Of
 * components that need one another in a circle the sickest stands for all.
 */
final class Symptoms {
  private Symptoms() {}

  /** The worst first. */
  static List<Symptom> of(Patients patients) {
    List<ComponentHealth> sick = patients.all().stream().filter(ComponentHealth::isSick).toList();
    Map<ComponentId, Integer> numbers = new HashMap<>();
    sick.forEach(health -> numbers.put(health.id(), numbers.size()));
    Edges edges = new Edges(sick.size());
    for (ComponentHealth health : sick) {
      patients
          .sickPrerequisitesOf(health.id())
          .forEach(
              edge ->
                  edges.add(
                      numbers.getOrDefault(edge.dependant(), 0),
                      numbers.getOrDefault(edge.prerequisite(), 0),
                      1));
    }
    return tops(edges.adjacency(sick.size())).stream()
        .map(circle -> circle.stream().map(sick::get).min(Patients.SICKEST_FIRST))
        .flatMap(Optional::stream)
        .sorted(Patients.SICKEST_FIRST)
        .map(Symptoms::symptom)
        .toList();
  }

  /** The circles into which no edge leads from outside. */
  private static List<List<Integer>> tops(Adjacency edges) {
    StrongComponents circles = StrongComponents.of(edges);
    int[] circleOf = new int[edges.nodes()];
    for (int position = 0; position < circles.count(); position++) {
      for (int node : circles.circle(position)) {
        circleOf[node] = position;
      }
    }
    boolean[] needed = new boolean[circles.count()];
    for (int node = 0; node < edges.nodes(); node++) {
      for (int edge = edges.start[node]; edge < edges.start[node + 1]; edge++) {
        int below = circleOf[edges.to[edge]];
        needed[below] |= below != circleOf[node];
      }
    }
    List<List<Integer>> tops = new ArrayList<>();
    for (int position = 0; position < circles.count(); position++) {
      if (!needed[position]) {
        List<Integer> top = new ArrayList<>();
        for (int node : circles.circle(position)) {
          top.add(node);
        }
        tops.add(top);
      }
    }
    return tops;
  }

  private static Symptom symptom(ComponentHealth health) {
    Score score = health.score();
    return new Symptom(
        health.id(), health.status(), score == null ? Score.HEALTHY : score, health.message());
  }
}
