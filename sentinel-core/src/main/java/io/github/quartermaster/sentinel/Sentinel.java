package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.CheckSelection;
import io.github.quartermaster.sentinel.internal.plan.Diagnoser;
import io.github.quartermaster.sentinel.internal.plan.GateKeeper;
import io.github.quartermaster.sentinel.internal.plan.GraphBuilder;
import io.github.quartermaster.sentinel.internal.plan.Scorer;
import io.github.quartermaster.sentinel.internal.read.HostName;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.SampleCollector;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.SentinelListener;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The front door: checks the health of a host and its services, and where something is wrong ranks
 * the probable causes. Only {@link #heal} ever acts, and only where it is told to.
 *
 * <pre>{@code
 * try (Sentinel sentinel = Sentinel.builder().config(Path.of("sentinel.yaml")).build()) {
 *   CheckResult result = sentinel.check(CheckRequest.ALL);
 *   result.diagnosis().causes().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>One instance is used by one thread at a time. A check that hangs is given up after its
 * time-out, costs one daemon thread for as long as it hangs, and is not asked again until then.
 */
public final class Sentinel implements AutoCloseable {
  /** How many probable causes get a closer look. */
  private static final int SUSPECTS = 3;

  /** How long the closer look may take. */
  private static final Duration EXAMINE_AT_MOST = Duration.ofSeconds(3);

  private final SentinelSetup setup;
  private final SentinelListener listener;
  private final SampleCollector collector;
  private final Clock clock;

  Sentinel(SentinelSetup setup, SentinelListener listener, SampleCollector collector, Clock clock) {
    this.setup = setup;
    this.listener = listener;
    this.collector = collector;
    this.clock = clock;
  }

  /** Begins to say what to check. */
  public static SentinelBuilder builder() {
    return new SentinelBuilder();
  }

  /**
   * Checks, looks closer at what is probably the cause, and, if the request says so, goes on until
   * all is well. Where the thread is interrupted it comes back at once; what was not answered by
   * then is UNKNOWN, and the thread stays interrupted.
   *
   * @throws SentinelException if there is nothing to check, or the request names a check that there
   *     is not
   */
  public CheckResult check(CheckRequest request) {
    List<Probing> selected = select(request.checks());
    Deadline end = Deadline.in(request.patience());
    CheckResult result = round(request, selected);
    while (result.gateResult().stops() && !end.isOver()) {
      listener.on(new SentinelEvent.Waiting(result.diagnosis(), end.remaining()));
      if (!sleep(shorter(request.interval(), end.remaining()))) {
        return result;
      }
      result = round(request, selected);
    }
    return result;
  }

  /**
   * Finds out which components there are and which needs which, without judging them.
   *
   * @throws SentinelException if there is nothing to check
   */
  public GraphResult graph() {
    SampleCollector.Collected collected = collector.list(select(Set.of()));
    GraphBuilder.Built built = build(collected, setup.probings());
    return new GraphResult(
        collected.snapshot().components(), built.graph(), problems(built.problems()));
  }

  /**
   * Checks, decides what is to be done about the probable causes, and does it if the request says
   * so and every guard rail lets it; then checks once more. It looks as many times as it takes for
   * a cause to be confirmed, and waits for the effect of what it does, which may take minutes.
   *
   * @throws SentinelException if there is nothing to check, or an action refuses its settings
   */
  public HealResult heal(HealRequest request) {
    List<Probing> all = select(Set.of());
    CheckRequest once =
        new CheckRequest(Set.of(), request.gate(), Duration.ZERO, request.interval());
    Healer healer = healer(request.mode(), request.state());
    CheckResult result = round(once, all);
    HealRound healed = healer.round(result);
    List<Attempt> attempts = new ArrayList<>(healed.attempts());
    int rounds = setup.healing().confirm();
    for (int i = 1; i < rounds && isUnconfirmed(healed) && sleep(request.interval()); i++) {
      result = round(once, all);
      healed = healer.round(result);
      attempts.addAll(healed.attempts());
    }
    boolean acted = healed.decisions().stream().anyMatch(Decision::acts);
    return new HealResult(
        request.mode(),
        result,
        acted ? round(once, all) : result,
        healed.decisions(),
        attempts,
        healed.problems());
  }

  private static boolean isUnconfirmed(HealRound healed) {
    return healed.decisions().stream()
        .flatMap(decision -> decision.guardRail().stream())
        .anyMatch(GuardRail.CONFIRMATION::equals);
  }

  /**
   * Sets a component back: the cool-down, the ladder and the breaker of its remedies begin anew, as
   * after a time of health. Limits stay as they are.
   *
   * @param state the folder for the history and the audit log, or nothing for that of the
   *     configuration
   * @return whether anything was tried on it that is remembered
   * @throws SentinelException if another process acts just now, or the history cannot be read or
   *     written
   */
  public boolean reset(ComponentId component, Optional<Path> state) {
    return healer(Mode.ACT, state).reset(component);
  }

  private Healer healer(Mode mode, Optional<Path> state) {
    return new Healer(
        setup, collector, mode, state.orElse(setup.state()), HostName.ofThisMachine(), clock);
  }

  /** What can be checked here: all types of provider, sorted by type. */
  public List<ProviderDescription> providers() {
    return setup.providers();
  }

  private CheckResult round(CheckRequest request, List<Probing> selected) {
    SampleCollector.Collected collected = collector.collect(selected);
    GraphBuilder.Built built = build(collected, selected);
    Scorer scorer = new Scorer(setup.ignoredUnknowns());
    Snapshot snapshot = collected.snapshot();
    List<ComponentHealth> components = scorer.judge(snapshot);
    Diagnosis diagnosis = Diagnoser.diagnose(built.graph(), components);
    List<ComponentId> suspects =
        diagnosis.causes().stream().map(Cause::component).limit(SUSPECTS).toList();
    if (!suspects.isEmpty()) {
      snapshot = collector.examine(snapshot, suspects, selected, EXAMINE_AT_MOST);
      components = scorer.judge(snapshot);
      diagnosis = Diagnoser.diagnose(built.graph(), components);
    }
    return new CheckResult(
        snapshot,
        components,
        built.graph(),
        diagnosis,
        request.gate(),
        GateKeeper.decide(request.gate(), components),
        problems(built.problems()));
  }

  private GraphBuilder.Built build(SampleCollector.Collected collected, List<Probing> selected) {
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

  private List<Probing> select(Set<String> wanted) {
    List<CheckSpec> specs = setup.probings().stream().map(Probing::spec).toList();
    if (specs.isEmpty()) {
      throw new SentinelException(
          List.of(
              Problem.error(
                  ProblemCode.NO_CHECKS,
                  "configuration",
                  "tried to check; the configuration has no checks",
                  "Add one, or leave the configuration out for the built-in one")));
    }
    Set<String> names = CheckSelection.of(specs, wanted);
    return setup.probings().stream()
        .filter(probing -> names.contains(probing.spec().name()))
        .toList();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Whether it slept to the end. */
  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Lets go of what plugins were loaded from.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public void close() {
    setup.close();
  }
}
