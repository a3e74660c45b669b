package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.Diagnoser;
import io.github.quartermaster.sentinel.internal.plan.GateKeeper;
import io.github.quartermaster.sentinel.internal.plan.GraphBuilder;
import io.github.quartermaster.sentinel.internal.plan.Scorer;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.SampleCollector;
import io.github.quartermaster.sentinel.internal.read.alert.Heard;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** From what was measured to what is wrong and why; measures nothing itself. */
record Judge(SentinelSetup setup) {
  /** How many probable causes get a closer look. */
  private static final int SUSPECTS = 3;

  /**
   * Judges.
   *
   * @param closer what a closer look found besides; it changes no dependency
   * @param selected the checks that took part
   */
  CheckResult judge(
      SampleCollector.Collected collected, List<Sample> closer, List<Probing> selected, Gate gate) {
    GraphBuilder.Built built = graph(collected, selected);
    Heard heard = setup.monitors().heard();
    Snapshot snapshot = heard.addedTo(with(collected.snapshot(), closer));
    List<ComponentHealth> components = new Scorer(setup.ignoredUnknowns()).judge(snapshot);
    return new CheckResult(
        snapshot,
        components,
        built.graph(),
        Diagnoser.diagnose(built.graph(), components),
        gate,
        GateKeeper.decide(gate, components),
        problems(with(built.problems(), heard, collected, selected)));
  }

  /** The probable causes that deserve a closer look. */
  static List<ComponentId> suspects(CheckResult result) {
    return result.diagnosis().causes().stream().map(Cause::component).limit(SUSPECTS).toList();
  }

  /** Which component needs which. */
  GraphResult graphOf(SampleCollector.Collected collected) {
    GraphBuilder.Built built = graph(collected, setup.probings());
    return new GraphResult(
        collected.snapshot().components(), built.graph(), problems(built.problems()));
  }

  private GraphBuilder.Built graph(SampleCollector.Collected collected, List<Probing> selected) {
    Set<String> absent = new TreeSet<>(setup.checkNames());
    selected.forEach(probing -> absent.remove(probing.spec().name()));
    absent.addAll(collected.withoutComponents());
    List<Component> components =
        collected.snapshot().components().stream().map(setup::withRequirements).toList();
    GraphBuilder.Built built =
        new GraphBuilder(absent, collected.snapshot().samples()).build(components);
    if (!absent.isEmpty()) {
      return built;
    }
    List<Problem> problems = new ArrayList<>(built.problems());
    problems.addAll(setup.unheeded(components));
    return new GraphBuilder.Built(built.graph(), problems);
  }

  private List<Problem> problems(List<Problem> more) {
    List<Problem> all = new ArrayList<>(setup.problems());
    all.addAll(more);
    return all;
  }

  /** Also what of others could not be heard, and what they say about nothing that is there. */
  private List<Problem> with(
      List<Problem> problems,
      Heard heard,
      SampleCollector.Collected collected,
      List<Probing> selected) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(heard.problems());
    boolean complete =
        collected.withoutComponents().isEmpty() && selected.size() == setup.probings().size();
    if (complete) {
      all.addAll(heard.strays(collected.snapshot()));
    }
    return all;
  }

  private static Snapshot with(Snapshot snapshot, List<Sample> closer) {
    if (closer.isEmpty()) {
      return snapshot;
    }
    Set<ComponentId> known = new TreeSet<>();
    snapshot.components().forEach(component -> known.add(component.id()));
    List<Sample> samples = new ArrayList<>(snapshot.samples());
    closer.stream()
        .filter(sample -> known.contains(sample.reading().component()))
        .forEach(samples::add);
    return new Snapshot(
        snapshot.host(), snapshot.at(), snapshot.took(), snapshot.components(), samples);
  }
}
