package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.CLOUD_UNREACHABLE;
import static io.github.quartermaster.ebs.model.ProblemCode.COPY_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_LOST;

import io.github.quartermaster.ebs.internal.run.RegionWatch.Look;
import io.github.quartermaster.ebs.internal.run.Task.State;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries one plan out, from the first look to the last. Everything is decided on the timeline's
 * thread; see the package for how.
 */
public final class BackupRunner implements Reconciler.Follower {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration WHILE_COPIES_WAIT = Duration.ofSeconds(15);
  private static final Duration SELDOM = Duration.ofSeconds(60);

  private final BackupPlan plan;
  private final RunOptions options;
  private final RunContext context;
  private final TaskList tasks;
  private final List<Task> all;
  private final Map<Region, List<Task>> byRegion = new LinkedHashMap<>();
  private final Map<Region, RegionWatch> watches = new LinkedHashMap<>();
  private final Map<Region, CopySlots> slots = new HashMap<>();
  private final Map<Expected, List<Task>> copiesOf = new HashMap<>();
  private final Launcher launcher;
  private final Reconciler reconciler;
  private final Housekeeping housekeeping;
  private final RunProgress progress;
  private boolean outOfTime;
  private @Nullable Problem stopReason;

  /** For one call of {@link #run()}. */
  public BackupRunner(
      BackupPlan plan,
      RunOptions options,
      BlockStorage storage,
      Timeline timeline,
      Journal journal,
      EbsListener listener) {
    this.plan = plan;
    this.options = options;
    this.context = new RunContext(plan.run(), storage, timeline, journal, listener);
    this.tasks = TaskList.of(plan);
    this.all = tasks.all();
    Freezer freezer =
        options.freezeHooks().map(hooks -> new Freezer(hooks, Clock.systemUTC())).orElse(null);
    this.launcher = new Launcher(context, freezer, this::begun, this::giveUp, this::stop);
    this.reconciler = new Reconciler(context, this);
    this.housekeeping = new Housekeeping(context, this::endIfDone);
    this.progress = new RunProgress(tasks, timeline.now());
    for (Task task : all) {
      byRegion.computeIfAbsent(task.region(), region -> new ArrayList<>()).add(task);
    }
    for (Task copy : tasks.copies()) {
      Expected source = copy.expected().get(0).source();
      copiesOf.computeIfAbsent(source, s -> new ArrayList<>()).add(copy);
    }
  }

  /**
   * Runs until everything is settled, nobody waits any longer, or time is up.
   *
   * @return what became of each volume, also of those that could not be begun
   */
  public RunResult run() {
    Timeline timeline = context.timeline();
    if (timeline.now().isBefore(options.deadline())) {
      timeline.at(options.deadline(), this::timeOut);
    } else {
      timeOut();
    }
    for (Region region : byRegion.keySet()) {
      slots.put(region, new CopySlots(context.storage().traits().copiesAtOnce(), launcher::launch));
      RegionWatch watch =
          new RegionWatch(
              context,
              region,
              () -> knownIn(region),
              this::looked,
              refused -> cannotLook(region, refused));
      watches.put(region, watch);
      watch.look();
    }
    endIfDone();
    timeline.run();
    if (all.stream().allMatch(Task::isSettled)) {
      context.journal().end();
    }
    return new RunResult(
        new Outcomes(plan, tasks, stopReason, outOfTime).all(),
        context.warnings(),
        context.isChanged());
  }

  private List<SnapshotId> knownIn(Region region) {
    return tasksIn(region).stream()
        .filter(task -> task.state() == State.BEGUN)
        .flatMap(task -> task.expected().stream())
        .filter(expected -> !expected.isSettled())
        .filter(
            expected ->
                expected
                    .knownSince()
                    .isBefore(context.timeline().now().minus(Duration.ofMinutes(1))))
        .flatMap(expected -> expected.id().stream())
        .toList();
  }

  private void looked(Look look) {
    if (context.isClosed()) {
      return;
    }
    List<Task> here = tasksIn(look.region());
    boolean moved = reconciler.reconcile(look, here);
    for (Task task : here) {
      if (task.state() == State.BEGUN && task.isSet()) {
        task.expected().stream()
            .filter(Expected::lacksTags)
            .forEach(expected -> housekeeping.tag(task, expected));
      }
    }
    context.tell(progress.now(context.timeline().now()));
    endIfDone();
    if (!context.isClosed() && !here.stream().allMatch(Task::isSettled)) {
      watch(look.region()).lookLater(moved, patience(look.region(), here));
    }
  }

  private Duration patience(Region region, List<Task> here) {
    if (here.stream().anyMatch(task -> task.state() == State.IN_DOUBT)) {
      return SOON;
    }
    return slotsIn(region).isCrowded() ? WHILE_COPIES_WAIT : SELDOM;
  }

  private void cannotLook(Region region, Refused<?> refused) {
    ProblemCode code =
        switch (refused.reason()) {
          case CREDENTIALS -> CREDENTIALS_REFUSED;
          case PERMISSION -> PERMISSION_DENIED;
          default -> CLOUD_UNREACHABLE;
        };
    stop(
        Problem.error(
            code,
            region,
            "tried to list the snapshots of run "
                + plan.run()
                + " in "
                + region
                + "; "
                + refused.why(),
            "Mend what it says, and take the same run up again"));
  }

  @Override
  public void wanted(Task task) {
    if (task.isCopy()) {
      beginCopy(task);
    } else if (options.creates()) {
      launcher.launch(task);
    } else {
      giveUp(
          task,
          Problem.error(
              SNAPSHOT_LOST,
              task.token().subject(),
              "tried to wait for the snapshot of "
                  + task.token().subject()
                  + "; run "
                  + plan.run()
                  + " has none",
              "Back up again with the same run"));
    }
  }

  /** A copy goes once its source is whole and a slot is free. */
  private void beginCopy(Task copy) {
    Expected source = copy.expected().get(0).source();
    if (!source.isSettled() || copy.state() != State.WANTED) {
      return;
    }
    if (source.outcome(null).isFailed()) {
      giveUp(
          copy,
          Problem.error(
              COPY_FAILED,
              copy.token().subject(),
              "tried to make " + copy.expected().get(0).title() + "; there is no snapshot to copy",
              "See what became of the snapshot"));
    } else if (copy.offer()) {
      slotsIn(copy.region()).offer(copy);
    } else {
      launcher.launch(copy);
    }
  }

  @Override
  public void begun(Task task) {
    if (task.state() != State.BEGUN) {
      task.begun(context.timeline().now());
    }
    if (task.isCopy()) {
      slotsIn(task.region()).take(task);
    }
    watch(task.region()).stir();
    endIfDone();
  }

  @Override
  public void settled(Task task, Expected expected) {
    if (task.isCopy()) {
      slotsIn(task.region()).free(task);
    } else {
      copiesOf.getOrDefault(expected, List.of()).forEach(this::beginCopy);
    }
  }

  @Override
  public void needless(Task task, List<Snapshot> others) {
    others.forEach(other -> housekeeping.remove(task, other));
  }

  private void giveUp(Task task, Problem problem) {
    task.state(State.GIVEN_UP);
    context.journal().notDone(task.token());
    context.tell(new EbsEvent.Failed(task.token(), problem));
    for (Expected expected : task.expected()) {
      expected.fail(problem);
      settled(task, expected);
    }
    endIfDone();
  }

  private void timeOut() {
    outOfTime = true;
    context.close();
  }

  private void stop(Problem reason) {
    if (stopReason == null) {
      stopReason = reason;
    }
    context.close();
  }

  private void endIfDone() {
    if (!context.isClosed()
        && housekeeping.isIdle()
        && all.stream().allMatch(options.awaited() ? this::isDone : this::isOnItsWay)) {
      context.close();
    }
  }

  private boolean isDone(Task task) {
    return task.isSettled()
        && (!task.isSet()
            || task.state() == State.GIVEN_UP
            || task.expected().stream().noneMatch(Expected::lacksTags));
  }

  /** Nothing that can be done now is left to do. */
  private boolean isOnItsWay(Task task) {
    if (task.isSettled()) {
      return true;
    }
    if (task.isCopy() && task.state() == State.WANTED) {
      Expected source = task.expected().get(0).source();
      return !(source.outcome(null) instanceof SnapshotOutcome.Completed);
    }
    return task.state() == State.BEGUN
        && (!task.isSet()
            || task.expected().stream()
                .allMatch(expected -> expected.latest().isPresent() && !expected.lacksTags()));
  }

  private List<Task> tasksIn(Region region) {
    return byRegion.getOrDefault(region, List.of());
  }

  private RegionWatch watch(Region region) {
    RegionWatch watch = watches.get(region);
    if (watch == null) {
      throw new IllegalStateException("no watch in " + region);
    }
    return watch;
  }

  private CopySlots slotsIn(Region region) {
    CopySlots ofRegion = slots.get(region);
    if (ofRegion == null) {
      throw new IllegalStateException("no slots in " + region);
    }
    return ofRegion;
  }
}
