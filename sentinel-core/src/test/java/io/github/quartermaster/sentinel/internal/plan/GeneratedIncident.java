package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A made-up incident on a made-up host whose cause is known because it was put there. Somebody
 * noticed it: something that depends on a cause shows it.
 *
 * @param graph resources, processes on them, applications on those and sites on top
 * @param scores how sick each component is
 * @param own the components whose findings nothing else can cause
 * @param unknown the components that could not be probed
 * @param causes the true cause, or two
 */
record GeneratedIncident(
    DependencyGraph graph,
    Map<ComponentId, Integer> scores,
    Set<ComponentId> own,
    Set<ComponentId> unknown,
    Set<ComponentId> causes) {

  /** How an incident may deviate from a clear one. */
  record Difficulty(double noise, double unknown, double doubleFaults) {
    /** One cause, everything observed, nothing else wrong. */
    static final Difficulty CLEAR = new Difficulty(0, 0, 0);

    /**
     * The part {@code noise} of the healthy components has a score of its own between 100 and 1500,
     * and a third of that part of the dependants escapes; 10 % of the probes tell nothing; 30 % of
     * the incidents have two causes.
     */
    static Difficulty noisy(double noise) {
      return new Difficulty(noise, 0.1, 0.3);
    }
  }

  /** Incidents in a row, the same for the same seed. */
  static List<GeneratedIncident> generate(long seed, int count, Difficulty difficulty) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> next(random, difficulty)).toList();
  }

  private static GeneratedIncident next(Random random, Difficulty difficulty) {
    while (true) {
      GeneratedIncident incident = new GeneratedHost(random).incident(difficulty);
      if (incident.isNoticed()) {
        return incident;
      }
    }
  }

  private boolean isNoticed() {
    Set<ComponentId> above = new HashSet<>();
    causes.forEach(cause -> climb(cause, above));
    return above.stream()
        .anyMatch(id -> !unknown.contains(id) && scores.get(id) >= Score.WARNING.value());
  }

  private void climb(ComponentId id, Set<ComponentId> seen) {
    for (Dependency edge : graph.dependantsOf(id)) {
      if (seen.add(edge.dependant())) {
        climb(edge.dependant(), seen);
      }
    }
  }

  /** What the product would make of it. */
  Map<ComponentId, Trouble> troubles() {
    Map<ComponentId, Trouble> troubles = new HashMap<>();
    scores.forEach(
        (id, score) -> {
          Severity severity = Severity.of(new Score(score));
          Trouble measured =
              new Trouble(severity, own.contains(id) ? severity : Severity.NONE, true);
          troubles.put(id, unknown.contains(id) ? Trouble.UNKNOWN : measured);
        });
    return troubles;
  }

  /** The better rank of the true causes; ties count as lost. */
  int rankOfTruth(List<RankedCause> ranked) {
    return causes.stream()
        .mapToInt(cause -> Hits.rank(ranked, cause, scores.size()))
        .min()
        .orElseThrow();
  }
}
