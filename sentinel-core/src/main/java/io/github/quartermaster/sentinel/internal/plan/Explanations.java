package io.github.quartermaster.sentinel.internal.plan;

/** Which prerequisite explains how much of a component's trouble, as edges for walkers. */
final class Explanations {
  private static final double NEGLIGIBLE = 1e-12;

  private final double[] best;
  private final Adjacency edges;

  /** Finds the explanations, those that are only guessed among them ({@link Fronts}). */
  Explanations(NumberedGraph graph, Suspicion suspicion) {
    this.best = new double[graph.size()];
    Edges found = new Edges(graph.down().edges());
    Fronts fronts = new Fronts(graph, suspicion);
    Adjacency down = graph.down();
    for (int node = 0; node < best.length; node++) {
      if (suspicion.severity(node) <= 0) {
        continue;
      }
      for (int edge = down.start[node]; edge < down.start[node + 1]; edge++) {
        int end = down.to[edge];
        double explained = down.weight[edge] * suspicion.severity(end) * suspicion.coverage(end);
        add(found, node, end, explained);
      }
      if (fronts.isFront(node)) {
        fronts.targets(node, (from, to, explained) -> add(found, from, to, explained));
      }
    }
    this.edges = found.adjacency(graph.size());
  }

  private void add(Edges found, int from, int to, double explained) {
    if (explained > NEGLIGIBLE) {
      best[from] = Math.max(best[from], explained);
      // more than in proportion, so that several slightly sick prerequisites do not outweigh the
      // one that is; exponents from 1.25 to 1.75 do as well
      found.add(from, to, explained * Math.sqrt(explained));
    }
  }

  /** How much of its severity the best explanation accounts for. */
  double best(int node) {
    return best[node];
  }

  /** From what is explained to what explains it. */
  Adjacency edges() {
    return edges;
  }
}
