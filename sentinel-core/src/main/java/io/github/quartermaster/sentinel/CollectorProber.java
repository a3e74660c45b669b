package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.Scorer;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.SampleCollector;
import io.github.quartermaster.sentinel.internal.run.Prober;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Sample;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at components again by the collector of a check that is made once. For one thread. */
final class CollectorProber implements Prober {
  private final SentinelSetup setup;
  private final SampleCollector collector;
  private Collection<Sample> measured = List.of();

  CollectorProber(SentinelSetup setup, SampleCollector collector) {
    this.setup = setup;
    this.collector = collector;
  }

  /** Notes which checks measure what. */
  void note(CheckResult result) {
    measured = result.snapshot().samples();
  }

  /** With those checks that measured one of these in the last round. */
  @Override
  public List<ComponentHealth> probe(Set<ComponentId> components) {
    Set<String> checks = new HashSet<>();
    measured.stream()
        .filter(sample -> components.contains(sample.reading().component()))
        .forEach(sample -> checks.add(sample.check()));
    List<Probing> probings =
        setup.probings().stream()
            .filter(probing -> checks.contains(probing.spec().name()))
            .toList();
    return new Scorer(setup.ignoredUnknowns())
        .judge(collector.collect(probings).snapshot()).stream()
            .filter(health -> components.contains(health.id()))
            .toList();
  }
}
