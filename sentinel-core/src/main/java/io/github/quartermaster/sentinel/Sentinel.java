package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.CheckSelection;
import io.github.quartermaster.sentinel.internal.plan.Diagnoser;
import io.github.quartermaster.sentinel.internal.plan.GateKeeper;
import io.github.quartermaster.sentinel.internal.plan.GraphBuilder;
import io.github.quartermaster.sentinel.internal.plan.Scorer;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.SampleCollector;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.SentinelListener;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The front door: checks the health of a host and its services, and where something is wrong ranks
 * the probable causes. It looks and never acts.
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

  Sentinel(SentinelSetup setup, SentinelListener listener, SampleCollector collector) {
    this.setup = setup;
    this.listener = listener;
    this.collector = collector;
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

  /** What can be checked here: all types of provider, sorted by type. */
  public List<ProviderDescription> providers() {
    return setup.providers();
  }

  /** What remedies can do here: all types of action, sorted by type. */
  public List<ProviderDescription> actions() {
    return setup.actions();
  }

  private CheckResult round(CheckRequest request, List<Probing> selected) {
    SampleCollector.Collected collected = collector.collect(selected);
    GraphBuilder.Built built = build(collected, selected);
    Scorer scorer = new Scorer(ignoredUnknowns(selected));
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

  private static Set<String> ignoredUnknowns(List<Probing> probings) {
    Set<String> ignored = new TreeSet<>();
    for (Probing probing : probings) {
      if (!probing.spec().unknownCounts()) {
        ignored.add(probing.spec().name());
      }
    }
    return ignored;
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
