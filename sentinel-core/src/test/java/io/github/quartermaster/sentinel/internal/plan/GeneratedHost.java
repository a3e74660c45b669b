package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A host with 10 to 22 components in layers: processor, memory, disks and network; two to five
 * processes that need processor, memory and a disk; applications that need processes; sites that
 * need applications and the network.
 */
final class GeneratedHost {
  // a dependency that is not hard hands trouble on this often
  private static final double SOFT_SPREAD = 0.3;

  private final Random random;
  private final List<ComponentId> components = new ArrayList<>();
  private final List<Dependency> edges = new ArrayList<>();
  private final Set<ComponentId> own = new HashSet<>();
  // causes are put into resources and processes only
  private final List<ComponentId> candidates = new ArrayList<>();

  GeneratedHost(Random random) {
    this.random = random;
    do {
      build();
    } while (components.size() < 10 || components.size() > 22);
  }

  private void build() {
    List.of(components, edges, candidates).forEach(List::clear);
    own.clear();
    ComponentId cpu = resource("cpu");
    ComponentId memory = resource("memory");
    List<ComponentId> disks = new ArrayList<>();
    for (int i = between(1, 3); i > 0; i--) {
      disks.add(resource("disk:" + i));
    }
    ComponentId network = add("network");
    disks.forEach(disk -> need(disk, cpu, 0.5));
    need(network, cpu, 0.5);
    need(memory, cpu, 0.5);
    List<ComponentId> names = new ArrayList<>();
    if (random.nextBoolean()) {
      names.add(add("dns"));
      need(names.get(0), network, 1);
    }
    List<ComponentId> processes = new ArrayList<>();
    for (int i = between(2, 5); i > 0; i--) {
      ComponentId process = add("process:" + i);
      need(process, cpu, 1);
      need(process, memory, 1);
      need(process, one(disks), 1);
      processes.add(process);
    }
    candidates.addAll(components);
    List<ComponentId> applications = new ArrayList<>();
    for (int i = between(1, 5); i > 0; i--) {
      ComponentId application = add("app:" + i);
      some(processes, between(1, 2)).forEach(process -> need(application, process, 1));
      if (random.nextBoolean()) {
        need(application, memory, 1);
      }
      applications.add(application);
    }
    for (int i = between(1, 4); i > 0; i--) {
      ComponentId site = add("web:" + i);
      need(site, network, 1);
      some(applications, between(1, 2)).forEach(application -> need(site, application, 1));
      if (random.nextBoolean()) {
        need(site, one(processes), 1);
      }
      names.forEach(dns -> need(site, dns, 1));
    }
  }

  GeneratedIncident incident(GeneratedIncident.Difficulty difficulty) {
    DependencyGraph graph = DependencyGraph.of(components, edges);
    Set<ComponentId> causes = new HashSet<>();
    causes.add(one(candidates));
    if (chance(difficulty.doubleFaults())) {
      causes.add(one(candidates));
    }
    Map<ComponentId, Integer> scores = new TreeMap<>();
    for (ComponentId cause : causes.stream().sorted().toList()) {
      scores.merge(cause, between10(1000, 10_000), Math::max);
      spread(graph, cause, scores, difficulty.noise() / 3);
    }
    Set<ComponentId> unknown = new HashSet<>();
    for (ComponentId component : components) {
      if (!scores.containsKey(component)) {
        scores.put(
            component, chance(difficulty.noise()) ? between10(100, 1500) : random.nextInt(60));
      }
      if (chance(difficulty.unknown())) {
        unknown.add(component);
      }
    }
    return new GeneratedIncident(graph, scores, Set.copyOf(own), unknown, causes);
  }

  /** Upwards from the cause; what depends on it is sick by half its score up to down. */
  private void spread(
      DependencyGraph graph, ComponentId cause, Map<ComponentId, Integer> scores, double escapes) {
    int least = Math.max(316, scores.getOrDefault(cause, 0) / 2);
    Deque<ComponentId> sick = new ArrayDeque<>(List.of(cause));
    Set<ComponentId> seen = new HashSet<>(sick);
    while (!sick.isEmpty()) {
      for (Dependency edge : graph.dependantsOf(sick.remove())) {
        double spreads = edge.weight() == 1 ? 1 : SOFT_SPREAD;
        if (!seen.contains(edge.dependant()) && chance(spreads * (1 - escapes))) {
          seen.add(edge.dependant());
          sick.add(edge.dependant());
          scores.merge(edge.dependant(), between10(least, 10_000), Math::max);
        }
      }
    }
  }

  private ComponentId resource(String name) {
    ComponentId id = add(name);
    own.add(id);
    return id;
  }

  private ComponentId add(String name) {
    ComponentId id = new ComponentId(name);
    components.add(id);
    return id;
  }

  private void need(ComponentId dependant, ComponentId prerequisite, double weight) {
    edges.add(new Dependency(dependant, prerequisite, weight, Dependency.Origin.BUILT_IN));
  }

  private ComponentId one(List<ComponentId> of) {
    return of.get(random.nextInt(of.size()));
  }

  private List<ComponentId> some(List<ComponentId> of, int count) {
    List<ComponentId> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Evenly on the logarithmic scale. */
  private int between10(int least, int most) {
    double exponent =
        Math.log10(least) + random.nextDouble() * (Math.log10(most) - Math.log10(least));
    return (int) Math.round(Math.pow(10, exponent));
  }
}
