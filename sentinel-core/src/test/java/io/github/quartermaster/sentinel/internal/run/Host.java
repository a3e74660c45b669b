package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.RulesThatHold;
import io.github.quartermaster.sentinel.internal.plan.Diagnoser;
import io.github.quartermaster.sentinel.internal.plan.Scorer;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.FakeAction;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Remedies;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine that a test makes up: a shop on a disk, and somebody who heals it. */
final class Host {
  static final ComponentId DISK = new ComponentId("disk");

  final FakeTimeline time = new FakeTimeline();
  final MemoryDisk disk = new MemoryDisk();
  final FakeAction clean = FakeAction.clean();
  final FakeAction restart = FakeAction.restart();
  final FakeAction page = FakeAction.page();
  final Path state;
  Healing healing = Remedies.acting(Remedies.of("disk", "clean", "restart", "page"));
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private Optional<RemedyRunner> runner = Optional.empty();

  Host(Path state) {
    this.state = state;
    healthy();
  }

  void healthy() {
    score("shop", 0);
    score("disk", 0);
  }

  void full() {
    score("shop", 10_000);
    score("disk", 5012);
  }

  void score(String component, int score) {
    Reading reading = Reading.of(component);
    readings.put(
        component,
        score == 0
            ? reading
            : reading.verdict(new Verdict.Given(new Score(score))).message("sick"));
  }

  void unknown(String component) {
    readings.put(component, Reading.unknown(new ComponentId(component), "no answer"));
  }

  /** The program ends and begins anew, as after a crash. */
  void restartProgram() {
    runner = Optional.empty();
  }

  RemedyRunner runner() {
    if (runner.isEmpty()) {
      runner = Optional.of(runner(this::probe, time, disk));
    }
    return runner.get();
  }

  /** A runner with another view of the world. */
  RemedyRunner runner(Prober prober, Timeline timeline, Disk files) {
    Map<String, ActionFactory> actions = Map.of("clean", clean, "restart", restart, "page", page);
    RemedySettings settings = new RemedySettings(healing, actions, state, "host.example", "c0ffee");
    return new RemedyRunner(settings, RulesThatHold.rules(), prober, timeline, files);
  }

  boolean isSick(String component) {
    return probe(Set.of(new ComponentId(component))).get(0).isSick();
  }

  List<ComponentHealth> probe(Set<ComponentId> wanted) {
    List<Component> components = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    readings.forEach(
        (name, reading) -> {
          if (wanted.contains(reading.component())) {
            Blame blame = name.equals("disk") ? Blame.OWN : Blame.INHERITABLE;
            components.add(Component.of(reading.component(), name, "service", blame));
            samples.add(new Sample(name, blame, reading, Instant.EPOCH, Duration.ZERO));
          }
        });
    return new Scorer(Set.of())
        .judge(new Snapshot("", Instant.EPOCH, Duration.ZERO, components, samples));
  }

  HealRound round() {
    return roundBy(runner());
  }

  /** A round of what is found here, treated by somebody's runner. */
  HealRound roundBy(RemedyRunner by) {
    List<ComponentHealth> components =
        probe(Set.copyOf(readings.values().stream().map(Reading::component).toList()));
    DependencyGraph graph =
        DependencyGraph.of(
            components.stream().map(ComponentHealth::id).toList(),
            List.of(new Dependency(new ComponentId("shop"), DISK, 1, Dependency.Origin.DECLARED)));
    return by.round(Diagnoser.diagnose(graph, components), components, graph);
  }

  /** As many rounds as it takes for a cause to be confirmed; the last one. */
  HealRound confirmedRound() {
    HealRound last = round();
    while (firstRefusal(last).filter(GuardRail.CONFIRMATION::equals).isPresent()) {
      time.goOn(Duration.ofSeconds(30));
      last = round();
    }
    return last;
  }

  static Optional<GuardRail> firstRefusal(HealRound round) {
    return round.decisions().stream().findFirst().flatMap(Decision::guardRail);
  }

  List<Attempt> remembered() throws IOException {
    return new AttemptStore(state, disk)
        .load()
        .map(memory -> memory.history().attempts())
        .orElse(List.of());
  }

  List<String> audit() {
    return disk.lines(state.resolve(AuditLog.NAME));
  }
}
