package io.github.quartermaster.sentinel.internal.plan;

/**
 * How sick each component is taken to be, and how well that fits the state of those that need it.
 *
 * <p>What could not be measured gets its severity from those that need it: it is suspected as far
 * as they are sick and nothing measured explains that, or no cause that cannot be observed would
 * ever be found.
 *
 * <p>A component whose dependants are healthy is a worse explanation than its severity says: a disk
 * that fills up and harms nobody is not why the shop is slow. That is its coverage.
 */
final class Suspicion {
  /** An unknown component is this part as sick as its sickest dependant, at least. */
  private static final double PRIOR = 0.3;

  // and each dependant whose trouble nothing else explains raises that, as independent witnesses
  // do; 0.3 to 0.4 do as well, but from 0.5 on whatever is blind in a graph draws the blame
  private static final double WITNESS = 0.4;
  // a dependant counts as sick in full from the severity of a warning on; 0.3 to 0.8 do as well
  private static final double CLEARLY_SICK = 0.5;
  // what is left of an explanation that no dependant supports: some faults harm one caller of many
  private static final double LEAST_COVERAGE = 0.1;

  private final NumberedGraph graph;
  private final double[] severity;
  private final double[] coverage;

  private Suspicion(NumberedGraph graph) {
    this.graph = graph;
    this.severity = new double[graph.size()];
    this.coverage = new double[graph.size()];
    for (int node = 0; node < coverage.length; node++) {
      severity[node] = graph.severity(node);
      coverage[node] = coverageOf(node);
    }
    if (graph.anyUnknown()) {
      suspectUnknown();
    }
  }

  /** Judges a graph. */
  static Suspicion in(NumberedGraph graph) {
    return new Suspicion(graph);
  }

  /** From 0 to 1. */
  double severity(int node) {
    return severity[node];
  }

  /** How well a component explains the state of those that need it, above 0, at most 1. */
  double coverage(int node) {
    return coverage[node];
  }

  private double coverageOf(int node) {
    Adjacency up = graph.up();
    double sick = 0;
    double all = 0;
    for (int edge = up.start[node]; edge < up.start[node + 1]; edge++) {
      if (graph.isMeasured(up.to[edge])) {
        // who can do without for a while proves less by being well: half as needed, a quarter
        double proof = up.weight[edge] * up.weight[edge];
        sick += proof * Math.min(1, graph.severity(up.to[edge]) / CLEARLY_SICK);
        all += proof;
      }
    }
    return all == 0 ? 1 : LEAST_COVERAGE + (1 - LEAST_COVERAGE) * sick / all;
  }

  /** Dependants first, since an unknown component may need another one. */
  private void suspectUnknown() {
    StrongComponents circles = StrongComponents.of(graph.down());
    for (int position = 0; position < circles.count(); position++) {
      for (int node : circles.circle(position)) {
        if (graph.isUnknown(node)) {
          severity[node] = Math.max(severity[node], suspected(node));
        }
      }
    }
  }

  private double suspected(int node) {
    Adjacency up = graph.up();
    double sickest = 0;
    double innocent = 1;
    for (int edge = up.start[node]; edge < up.start[node + 1]; edge++) {
      int dependant = up.to[edge];
      sickest = Math.max(sickest, up.weight[edge] * severity[dependant]);
      double unexplained = Math.max(0, severity[dependant] - explained(dependant));
      innocent *= 1 - WITNESS * up.weight[edge] * unexplained;
    }
    return Math.max(PRIOR * sickest, coverage[node] * (1 - innocent));
  }

  /** What of a component's severity those that were measured explain. */
  private double explained(int node) {
    Adjacency down = graph.down();
    double explained = 0;
    for (int edge = down.start[node]; edge < down.start[node + 1]; edge++) {
      if (graph.isMeasured(down.to[edge])) {
        explained = Math.max(explained, down.weight[edge] * graph.severity(down.to[edge]));
      }
    }
    return explained;
  }
}
