package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.GatherTimer;
import io.github.quartermaster.sentinel.internal.plan.Related;
import io.github.quartermaster.sentinel.internal.plan.Schedule;
import io.github.quartermaster.sentinel.internal.read.ContinuousCollector;
import io.github.quartermaster.sentinel.internal.run.Prober;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.HookOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches: makes each check at its own interval, judges what it knows whenever something was
 * measured, and where something is wrong looks at everything related anew, at once, before it is
 * decided about remedies. So what is ranked, and acted upon, is of the same seconds.
 *
 * <p>{@link #run} works in the thread that calls it until {@link #stop} or an interrupt; all other
 * methods are for any thread.
 */
public final class Watch {
  /** How long to wait for all answers to come in before those there are get judged. */
  private static final Duration ANSWERS_AT_MOST = Duration.ofSeconds(15);

  /** How long answers that come in one after the other may wait to be judged together. */
  private static final Duration JUDGE_WITHIN = Duration.ofSeconds(1);

  /** How often everything related is looked at while something stays wrong. */
  private static final Duration WHILE_WRONG = Duration.ofSeconds(27);

  /** How often it is told that all is well; more often would only wear out the disk. */
  private static final Duration HEALTHY_ROUNDS_EVERY = Duration.ofSeconds(25);

  /** How long what is being done about something may go on when watching ends. */
  private static final Duration HEALING_ENDS_WITHIN = Duration.ofSeconds(5);

  private final Judge judge;
  private final WatchListener listener;
  private final WatchTime time;
  private final ContinuousCollector samples;
  private final Schedule schedule;
  private final GatherTimer timer;
  private final WatchMemory memory;
  private final ProbeDesk desk;
  private final HealingThread healing;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private volatile boolean stopping;
  private volatile boolean finishing;
  private volatile Duration lastTurn = Duration.ZERO;
  private volatile @Nullable WatchReport newest;

  private @Nullable MonitorWatch others;
  private @Nullable Gather gather;
  private @Nullable Duration unjudgedSince;
  private Duration nextHealthyRound = Duration.ZERO;
  private Map<ComponentId, String> wrong = Map.of();

  Watch(
      SentinelSetup setup,
      WatchTime time,
      WatchMemory memory,
      ContinuousCollector samples,
      Schedule schedule,
      GatherTimer timer,
      Function<Prober, WatchHealer> healers,
      WatchListener listener) {
    this.judge = new Judge(setup);
    this.listener = listener;
    this.time = time;
    this.samples = samples;
    this.schedule = schedule;
    this.timer = timer;
    this.memory = memory;
    this.desk = new ProbeDesk(samples::wake);
    this.healing = new HealingThread(healers.apply(desk), samples::wake);
  }

  /**
   * Watches until {@link #stop} is called or the thread is interrupted; then it stays interrupted.
   * Where something is being done about what is wrong, it returns when that is over, or after five
   * seconds. Once only.
   */
  public void run() {
    try (MonitorWatch begun =
        MonitorWatch.begin(
            monitors(), MonitorWatch.ASK_EVERY, MonitorWatch.TELL_EVERY, this::trigger)) {
      others = begun;
      while (!stopping && !(finishing && !healing.isBusy())) {
        turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopping = true;
      samples.abandon();
      desk.close();
      healing.stop(HEALING_ENDS_WITHIN);
    }
  }

  /** Makes {@link #run} return soon. */
  public void stop() {
    stopping = true;
    samples.wake();
  }

  /** Makes {@link #run} return as soon as nothing is being done about what is wrong. */
  public void finish() {
    finishing = true;
    samples.wake();
  }

  /** Says that somebody else sees something wrong, so that a fresh look is worth its while. */
  public void trigger() {
    wanted.set(true);
    samples.wake();
  }

  /**
   * Takes what another monitor sends of itself, and looks at once where that tells of an alert
   * about a component that begins, changes or ends.
   *
   * @param source its name in the configuration
   */
  public HookOutcome accept(String source, byte[] body) {
    HookOutcome outcome = monitors().accept(source, body);
    if (outcome instanceof HookOutcome.Taken taken && taken.news()) {
      trigger();
    }
    return outcome;
  }

  /** The other monitors. */
  Monitors monitors() {
    return judge.setup().monitors();
  }

  /** What is known now; nothing before the first judgement. */
  public Optional<WatchReport> newest() {
    return Optional.ofNullable(newest);
  }

  /** How often something is judged at least, a check that is late aside. */
  public Duration shortestInterval() {
    return schedule.shortest();
  }

  /** How long ago it last went on with its work; long where something holds it up. */
  public Duration sinceLastTurn() {
    return time.elapsed().minus(lastTurn);
  }

  /** What it remembers; for one that goes on when this one is over. */
  WatchMemory memory() {
    return memory;
  }

  /** Until it has judged itself, it says what another one knew. */
  void goOnAfter(Watch before) {
    newest = before.newest;
  }

  private void turn() throws InterruptedException {
    Duration now = time.elapsed();
    lastTurn = now;
    time.jump()
        .ifPresent(
            by -> {
              schedule.allAt(now);
              listener.on(new WatchEvent.ClockJumped(by));
            });
    if (wanted.getAndSet(false)) {
      timer.trigger(now);
    }
    if (gather == null && timer.isDue(now)) {
      beginGather(now);
    }
    Set<String> toAsk = new TreeSet<>(schedule.due(now));
    if (gather != null) {
      toAsk.addAll(gather.look.ready(samples::isAsked));
    }
    toAsk.addAll(desk.ready(samples::checksOf, samples::isAsked));
    for (String check : toAsk) {
      samples.ask(check);
      schedule.asked(check, now);
    }
    take(samples.step(patience(now)), time.elapsed());
  }

  private Duration patience(Duration now) {
    List<Duration> times = new ArrayList<>(List.of(schedule.next()));
    timer.next().ifPresent(times::add);
    if (gather != null && !gather.examining) {
      times.add(gather.begun.plus(ANSWERS_AT_MOST));
    }
    if (gather == null && unjudgedSince != null) {
      times.add(unjudgedSince.plus(samples.isComplete() ? JUDGE_WITHIN : ANSWERS_AT_MOST));
    }
    Duration next = times.stream().min(Duration::compareTo).orElseThrow().minus(now);
    return next.isNegative() ? Duration.ZERO : next;
  }

  private void take(List<String> answered, Duration now) {
    if (!answered.isEmpty() && unjudgedSince == null) {
      unjudgedSince = now;
    }
    desk.answered(answered, () -> judged(now).components());
    takeHealing(now);
    if (gather != null) {
      gather.look.answered(answered);
      goOn(gather, now);
    } else if (unjudgedSince != null && isTimeToJudge(unjudgedSince, now)) {
      CheckResult result = judged(now);
      publish(result);
      if (!wrong(result).equals(wrong)) {
        wrong = wrong(result);
        if (wrong.isEmpty()) {
          timer.cancel();
        } else {
          timer.trigger(now);
        }
      }
      if (wrong.isEmpty() && now.compareTo(nextHealthyRound) >= 0) {
        // what was tried is forgiven only by looks that find all well
        nextHealthyRound = now.plus(HEALTHY_ROUNDS_EVERY);
        heal(result);
      }
    }
  }

  private boolean isTimeToJudge(Duration since, Duration now) {
    return samples.isIdle()
        || now.compareTo(since.plus(samples.isComplete() ? JUDGE_WITHIN : ANSWERS_AT_MOST)) >= 0;
  }

  private void beginGather(Duration now) {
    CheckResult result = judged(now);
    Set<ComponentId> sick = wrong(result).keySet();
    Set<ComponentId> related =
        sick.isEmpty() ? Set.copyOf(result.graph().components()) : Related.to(sick, result.graph());
    timer.began();
    memory.noteGather();
    gather = new Gather(new FreshLook(samples.checksOf(related)), now);
    listener.on(new WatchEvent.Gathering(sick));
  }

  private void goOn(Gather under, Duration now) {
    boolean late = now.compareTo(under.begun.plus(ANSWERS_AT_MOST)) >= 0;
    if (!under.examining && (under.look.isComplete() || late)) {
      under.examining = true;
      samples.examine(Judge.suspects(judged(now)), Sentinel.EXAMINE_AT_MOST);
    }
    if (under.examining && !samples.isExamining()) {
      gather = null;
      timer.ended(now);
      CheckResult result = judged(now);
      publish(result);
      wrong = wrong(result);
      if (!wrong.isEmpty()) {
        timer.at(now.plus(WHILE_WRONG));
      }
      heal(result);
    }
  }

  private void heal(CheckResult result) {
    if (!finishing) {
      healing.begin(result);
    }
  }

  private void takeHealing(Duration now) {
    Optional<CompletableFuture<HealRound>> ended = healing.ended();
    if (ended.isEmpty()) {
      return;
    }
    try {
      HealRound round = ended.get().join();
      memory.note(round);
      listener.on(new WatchEvent.Healed(round));
      if (newest != null) {
        newest = memory.report(newest.check());
      }
      if (!round.attempts().isEmpty() || isUnconfirmed(round)) {
        timer.trigger(now);
      }
    } catch (CompletionException e) {
      RuntimeException failure =
          e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      listener.on(new WatchEvent.HealingFailed(failure));
    }
  }

  /** Whether the same cause in a further round would make a difference. */
  private static boolean isUnconfirmed(HealRound round) {
    return round.decisions().stream()
        .map(Decision::guardRail)
        .anyMatch(rail -> rail.equals(Optional.of(GuardRail.CONFIRMATION)));
  }

  private CheckResult judged(Duration now) {
    Duration took = gather == null ? Duration.ZERO : now.minus(gather.begun);
    return judge.judge(
        samples.newest(took), samples.closer(), judge.setup().probings(), Gate.DEFAULT);
  }

  private void publish(CheckResult result) {
    unjudgedSince = null;
    boolean changed = memory.note(result);
    CheckResult known = result;
    if (others != null) {
      others.offer(result, changed);
      known = result.and(others.problems());
    }
    WatchReport report = memory.report(known);
    newest = report;
    listener.on(new WatchEvent.Judged(report, changed));
  }

  private static Map<ComponentId, String> wrong(CheckResult result) {
    return result.components().stream()
        .filter(ComponentHealth::isSick)
        .collect(
            Collectors.toMap(
                ComponentHealth::id, health -> health.status().name(), (a, b) -> a, TreeMap::new));
  }

  /** A fresh look at everything related, under way. */
  private static final class Gather {
    private final FreshLook look;
    private final Duration begun;
    private boolean examining;

    private Gather(FreshLook look, Duration begun) {
      this.look = look;
      this.begun = begun;
    }
  }
}
