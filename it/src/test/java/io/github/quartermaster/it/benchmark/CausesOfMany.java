package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.sentinel.internal.plan.CauseRanking;
import io.github.quartermaster.sentinel.internal.plan.RankedCause;
import io.github.quartermaster.sentinel.internal.plan.Trouble;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ranks the causes among 10,000 components with 50,000 dependencies of which half are sick and a
 * tenth unknown, from the lists of both to the ranked causes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CausesOfMany {
  private static final int COMPONENTS = 10_000;
  private static final int DEPENDENCIES = 50_000;

  /** Whether components may need one another in circles, as nearly all of them then do. */
  @Param({"false", "true"})
  public boolean circles;

  private final List<ComponentId> components = new ArrayList<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private final Map<ComponentId, Trouble> troubles = new HashMap<>();

  /** Makes the components, the same each time. */
  @Setup
  public void make() {
    Random random = new Random(1);
    for (int i = 0; i < COMPONENTS; i++) {
      ComponentId id = new ComponentId("host-" + i % 100 + ":service-" + i);
      components.add(id);
      troubles.put(id, trouble(random));
    }
    while (dependencies.size() < DEPENDENCIES) {
      int one = random.nextInt(COMPONENTS);
      int other = random.nextInt(COMPONENTS);
      int from = circles ? one : Math.min(one, other);
      int to = circles ? other : Math.max(one, other);
      if (from != to) {
        dependencies.add(
            new Dependency(
                components.get(from),
                components.get(to),
                random.nextInt(4) == 0 ? 0.5 : 1,
                Dependency.Origin.TAG));
      }
    }
  }

  private static Trouble trouble(Random random) {
    if (random.nextInt(10) == 0) {
      return Trouble.UNKNOWN;
    }
    Severity severity = new Severity(random.nextBoolean() ? random.nextDouble() : 0);
    return new Trouble(severity, random.nextInt(4) == 0 ? severity : Severity.NONE, true);
  }

  /** The graph alone. */
  @Benchmark
  public DependencyGraph graph_of_10000_components() {
    return DependencyGraph.of(components, dependencies);
  }

  /** Everything. */
  @Benchmark
  public List<RankedCause> rank_causes_among_10000_components() {
    return new CauseRanking().rank(DependencyGraph.of(components, dependencies), troubles);
  }
}
