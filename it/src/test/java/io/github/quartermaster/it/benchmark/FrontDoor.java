package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.amp.AmpSources;
import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.ListRequest;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The calls that change nothing, in a JVM that is warm: what an embedder pays for a look. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FrontDoor {
  private Path war;
  private ApplyRequest all;
  private ApplyRequest one;

  /** Finds the WAR and the AMPs. */
  @Setup
  public void gather() throws IOException {
    Material material = Material.gather();
    war = material.war();
    all = request(material.amps());
    one = request(material.amps().subList(0, 1));
  }

  private ApplyRequest request(List<Path> amps) {
    return ApplyRequest.builder(new AmpSources(List.of(), amps, Map.of(), true), List.of(war))
        .build();
  }

  /** Lists the modules of the WAR. */
  @Benchmark
  public int list_modules() {
    ListRequest request = new ListRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS);
    return new Amps().list(request).wars().size();
  }

  /** Plans with the first AMP. */
  @Benchmark
  public ApplyPlan plan_with_one_amp() {
    return new Amps().plan(one);
  }

  /** Plans with all AMPs. */
  @Benchmark
  public ApplyPlan plan_with_all_amps() {
    return new Amps().plan(all);
  }
}
