package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.CheckSelection;
import io.github.quartermaster.sentinel.internal.plan.GatherTimer;
import io.github.quartermaster.sentinel.internal.plan.Schedule;
import io.github.quartermaster.sentinel.internal.read.ContinuousCollector;
import io.github.quartermaster.sentinel.internal.read.HostName;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.SampleCollector;
import io.github.quartermaster.sentinel.internal.run.Prober;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.SentinelListener;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

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
  /** How long the closer look may take. */
  static final Duration EXAMINE_AT_MOST = Duration.ofSeconds(3);

  private final SentinelSetup setup;
  private final SentinelListener listener;
  private final SampleCollector collector;
  private final Judge judge;
  private final Clock clock;

  Sentinel(SentinelSetup setup, SentinelListener listener, Clock clock) {
    this.setup = setup;
    this.listener = listener;
    this.clock = clock;
    this.collector = new SampleCollector(HostName.ofThisMachine(), clock, listener);
    this.judge = new Judge(setup);
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
    return judge.graphOf(collector.list(select(Set.of())));
  }

  /**
   * The same as {@link #watch(Optional, WatchListener, Watch)} with the state folder of the
   * configuration.
   */
  public Watch watch(WatchListener watchListener, @Nullable Watch before) {
    return watch(Optional.empty(), watchListener, before);
  }

  /**
   * Watches from now on, and heals in the mode of the configuration: call {@link Watch#run}. This
   * instance must stay open meanwhile, and checks nothing else.
   *
   * @param state the folder for the history and the audit log, or nothing for that of the
   *     configuration
   * @param before the watch that this one goes on for, whose memory of the day it takes over, or
   *     null; it has to be over
   * @throws SentinelException if there is nothing to check, or an action refuses its settings
   */
  public Watch watch(Optional<Path> state, WatchListener watchListener, @Nullable Watch before) {
    List<Probing> probings = select(Set.of());
    Map<String, Duration> intervals = new LinkedHashMap<>();
    probings.forEach(each -> intervals.put(each.spec().name(), each.spec().interval()));
    WatchTime time = new WatchTime(clock, System::nanoTime);
    if (before != null) {
      setup.monitors().takeOver(before.monitors());
    }
    Watch watch =
        new Watch(
            setup,
            time,
            before == null ? new WatchMemory(time.begun()) : before.memory(),
            new ContinuousCollector(HostName.ofThisMachine(), clock, probings),
            new Schedule(intervals, () -> ThreadLocalRandom.current().nextDouble()),
            new GatherTimer(),
            prober -> healer(setup.healing().mode(), state, prober)::round,
            watchListener);
    if (before != null) {
      watch.goOnAfter(before);
    }
    return watch;
  }

  /**
   * Tells other monitors what was found, as the configuration says under {@code outputs}.
   *
   * @return the same; who could not be told is among its problems
   */
  public CheckResult tell(CheckResult result) {
    return result.and(setup.monitors().tell(result));
  }

  /** How the daemon is to run, as the configuration says. */
  public WatchSettings watchSettings() {
    return setup.watch();
  }

  /** How many checks there are. */
  public int checks() {
    return setup.probings().size();
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
    CollectorProber prober = new CollectorProber(setup, collector);
    Healer healer = healer(request.mode(), request.state(), prober);
    CheckResult result = round(once, all);
    prober.note(result);
    HealRound healed = healer.round(result);
    List<Attempt> attempts = new ArrayList<>(healed.attempts());
    int rounds = setup.healing().confirm();
    for (int i = 1; i < rounds && isUnconfirmed(healed) && sleep(request.interval()); i++) {
      result = round(once, all);
      prober.note(result);
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
    return healer(Mode.ACT, state, new CollectorProber(setup, collector)).reset(component);
  }

  private Healer healer(Mode mode, Optional<Path> state, Prober prober) {
    return new Healer(
        setup, prober, mode, state.orElse(setup.state()), HostName.ofThisMachine(), clock);
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
    setup.monitors().ask();
    SampleCollector.Collected collected = collector.collect(selected);
    CheckResult result = judge.judge(collected, List.of(), selected, request.gate());
    List<ComponentId> suspects = Judge.suspects(result);
    if (suspects.isEmpty()) {
      return result;
    }
    List<Sample> closer = collector.examine(suspects, selected, EXAMINE_AT_MOST);
    return judge.judge(collected, closer, selected, request.gate());
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
