package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Ranks the components by how probable each is the cause of what is wrong: a walk against the
 * trouble. Walkers start where something is sick, go on to what could explain it, and stop where
 * nothing does; the part of them that stops at a component is its share of the blame.
 *
 * <ol>
 *   <li>Walkers start at every component in proportion to its severity, so that one which explains
 *       several sick dependants gathers more of them than one which explains a single one.
 *   <li>A prerequisite v explains of the trouble of u what is {@code weight * severity(v) *
 *       coverage(v)} ({@link Suspicion}).
 *   <li>A walker at u stops with the weight {@code max(own(u), severity(u) - the best explanation)
 *       + 0.01 severity(u)}, and goes on to each v with the weight {@code explanation^1.5}.
 * </ol>
 *
 * <p>The walk with self edges is that of MonitorRank (Kim, Sumbaly, Shah, "Root Cause Detection in
 * a Service-Oriented Architecture", SIGMETRICS 2013), made absorbing and without edges back. All
 * constants were chosen in the middle of a range in which hits on public outages and on generated
 * ones hardly change; docs/ranking.md has the figures.
 *
 * <p>Pure and deterministic: equal input gives an equal result, whatever its order. Takes time in
 * proportion to the edges; with cycles more, but bounded. Immutable and safe for use by several
 * threads.
 */
public final class CauseRanking {
  // a walker never passes something sick for certain; 0.001 does as well
  private static final double SELF = 0.01;
  // trouble that something unseen may have handed down counts a little less than trouble which
  // cannot be anybody else's; 0.8 to 0.9 do as well
  private static final double INHERITABLE = 0.85;
  private static final double NEGLIGIBLE = 1e-12;
  // shares that differ by less are equal: so much may rounding do
  private static final double EQUAL = 1e-10;

  // so many of the first causes a second method looks at
  private static final int CHECKED = 10;

  private final Aliases aliases;

  /** Ranks components of which each has one name. */
  public CauseRanking() {
    this(Aliases.NONE);
  }

  /** Ranks components of which some have several names. */
  CauseRanking(Aliases aliases) {
    this.aliases = aliases;
  }

  /**
   * Ranks.
   *
   * @param graph which component needs which
   * @param troubles what is known of its components; one that is missing was not to be measured and
   *     is nobody's trouble
   * @return those with a part of the blame, the most probable first; of equal shares the one first
   *     that explains more, then by id. Empty where nothing is sick.
   * @throws IllegalArgumentException if there is trouble with a component that is not in the graph
   */
  public List<RankedCause> rank(DependencyGraph graph, Map<ComponentId, Trouble> troubles) {
    return judge(graph, troubles).causes();
  }

  /** Ranks, and asks a second method what it thinks of the first. */
  Ranking judge(DependencyGraph graph, Map<ComponentId, Trouble> troubles) {
    NumberedGraph numbered =
        new NumberedGraph(aliases.merge(graph), aliases.merge(troubles, Trouble::or));
    Suspicion suspicion = Suspicion.in(numbered);
    AbsorbingWalk walk = walk(numbered, suspicion);
    List<Integer> nodes = mostProbableFirst(numbered.size(), walk);
    List<Integer> first = nodes.subList(0, Math.min(CHECKED, nodes.size()));
    return new Ranking(
        causes(numbered, nodes, walk), new CrossCheck(numbered, suspicion).agrees(first));
  }

  private static AbsorbingWalk walk(NumberedGraph graph, Suspicion suspicion) {
    Explanations explanations = new Explanations(graph, suspicion);
    double[] stay = new double[graph.size()];
    double[] walkers = new double[graph.size()];
    for (int node = 0; node < stay.length; node++) {
      double severity = suspicion.severity(node);
      double own = graph.own(node);
      stay[node] = Math.max(own, severity - explanations.best(node)) + SELF * severity;
      walkers[node] = Math.max(own, INHERITABLE * severity);
    }
    return AbsorbingWalk.run(explanations.edges(), stay, walkers);
  }

  private static List<Integer> mostProbableFirst(int size, AbsorbingWalk walk) {
    double all = 0;
    for (int node = 0; node < size; node++) {
      all += walk.stopped(node);
    }
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < size; node++) {
      if (walk.stopped(node) > NEGLIGIBLE * all) {
        nodes.add(node);
      }
    }
    double sum = all;
    nodes.sort(
        Comparator.comparingLong((Integer node) -> -rounded(walk.stopped(node) / sum))
            .thenComparingLong(node -> -rounded(walk.passed(node) / sum))
            .thenComparing(Comparator.naturalOrder()));
    return nodes;
  }

  private List<RankedCause> causes(NumberedGraph graph, List<Integer> nodes, AbsorbingWalk walk) {
    double sum = nodes.stream().mapToDouble(walk::stopped).sum();
    return nodes.stream()
        .map(
            node ->
                new RankedCause(
                    graph.id(node),
                    aliases.of(graph.id(node)),
                    walk.stopped(node) / sum,
                    !graph.isUnknown(node)))
        .toList();
  }

  private static long rounded(double share) {
    return Math.round(share / EQUAL);
  }
}
