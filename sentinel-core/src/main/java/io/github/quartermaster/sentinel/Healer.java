package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.Scorer;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.SampleCollector;
import io.github.quartermaster.sentinel.internal.run.HostTimeline;
import io.github.quartermaster.sentinel.internal.run.RemedyRunner;
import io.github.quartermaster.sentinel.internal.run.RemedySettings;
import io.github.quartermaster.sentinel.internal.run.Timeline;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Treats what checks find, round after round, as the configuration says. Remembers in how many
 * rounds a cause was the first; for one thread.
 */
final class Healer {
  private final SentinelSetup setup;
  private final SampleCollector collector;
  private final RemedyRunner runner;
  private Collection<Sample> measured = List.of();

  /**
   * A healer that has seen no round yet.
   *
   * @param mode how far it goes
   * @param state the folder for the history and the audit log
   * @param host the name of this machine
   * @throws SentinelException if an action refuses its settings
   */
  Healer(
      SentinelSetup setup,
      SampleCollector collector,
      Mode mode,
      Path state,
      String host,
      Clock clock) {
    this(setup, collector, mode, state, host, new HostTimeline(clock));
  }

  private Healer(
      SentinelSetup setup,
      SampleCollector collector,
      Mode mode,
      Path state,
      String host,
      Timeline timeline) {
    this.setup = setup;
    this.collector = collector;
    RemedySettings settings =
        new RemedySettings(
            setup.healing().in(mode),
            setup.actions(),
            setup.checkNames(),
            state,
            host,
            setup.digest());
    this.runner =
        new RemedyRunner(settings, new PureRules(setup.checkNames()), this::probe, timeline);
  }

  /** Decides about the causes of a check, and acts where every guard rail lets it. */
  HealRound round(CheckResult result) {
    measured = result.snapshot().samples();
    return runner.round(result.diagnosis(), result.components(), result.graph());
  }

  /** Sets a component back; whether anything was tried on it. */
  boolean reset(ComponentId target) {
    return runner.reset(target);
  }

  /** Looks again, with those checks that measured one of these in the last round. */
  private List<ComponentHealth> probe(Set<ComponentId> components) {
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
