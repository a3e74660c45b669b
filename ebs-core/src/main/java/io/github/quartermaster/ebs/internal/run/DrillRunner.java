package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.DrillHook;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.SweptVolume;
import io.github.quartermaster.ebs.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes each volume of a plan, has it looked at, and removes it, some at a time. What was begun is
 * removed whatever happened; only the end of the process or of the credentials can keep that from
 * being done, and the volumes say themselves when anybody may remove them.
 */
public final class DrillRunner {
  /** What the journal is of; no backup's run, as it lies in a file of another name. */
  public static final RunId RUN = new RunId("drill");

  /** For removing what is still there when the time is up. */
  public static final Duration GRACE = Duration.ofMinutes(15);

  private final List<Volume> leftovers;
  private final int parallel;
  private final Instant deadline;
  private final RunContext context;
  private final VolumeMaker maker;
  private final VolumeWatch watch;
  private final VolumeRemover remover;
  private final DoubtfulVolumes doubtful;
  private final Optional<DrillLook> look;
  private final Drills drills;
  private final Deque<Drill> waiting;
  private final List<SweptVolume> swept = new ArrayList<>();
  private int underWay;

  /**
   * For one call of {@link #run()}.
   *
   * @param plan what is possible of it is drilled
   * @param leftovers volumes of earlier drills that are to go
   * @param hook looks at each volume, or null
   * @param parallel how many volumes may be there at a time; at least 1
   */
  public DrillRunner(
      RestorePlan plan,
      List<Volume> leftovers,
      @Nullable DrillHook hook,
      int parallel,
      Instant deadline,
      BlockStorage storage,
      Timeline timeline,
      Journal journal,
      EbsListener listener) {
    this.leftovers = List.copyOf(leftovers);
    this.parallel = parallel;
    this.deadline = deadline;
    context = new RunContext(plan.id(), storage, timeline, journal, listener);
    watch =
        new VolumeWatch(
            context,
            plan.region(),
            this::ready,
            this::fail,
            refused -> stop(RestoreRunner.refusedLook(refused, plan)));
    maker = new VolumeMaker(context, plan.region(), this::made, this::fail, this::stop);
    remover = new VolumeRemover(context, plan.region());
    doubtful = new DoubtfulVolumes(context, plan, remover);
    look =
        Optional.ofNullable(hook)
            .map(command -> new DrillLook(command, plan.id(), context.timeline(), deadline));
    drills = new Drills(plan);
    waiting = new ArrayDeque<>(drills.all());
  }

  /**
   * What a drill showed.
   *
   * @param volumes of what was possible, in the order of the plan
   */
  public record Drilled(List<DrilledVolume> volumes, List<SweptVolume> swept) {
    /** Copies the lists. */
    public Drilled {
      volumes = List.copyOf(volumes);
      swept = List.copyOf(swept);
    }
  }

  /** Runs until everything was drilled and is gone, or nothing more can be done about it. */
  public Drilled run() {
    Timeline timeline = context.timeline();
    timeline.at(deadline, this::timeOut);
    timeline.at(deadline.plus(GRACE), context::close);
    for (Volume leftover : leftovers) {
      remover.removeFound(
          leftover,
          problem -> {
            swept.add(new SweptVolume(leftover, problem.orElse(null)));
            goOn();
          });
    }
    goOn();
    timeline.run();
    return new Drilled(drills.outcomes(timeline.now()), swept);
  }

  private void goOn() {
    while (underWay < parallel && !waiting.isEmpty() && !context.isClosed()) {
      Drill next = waiting.removeFirst();
      underWay++;
      next.begin(context.timeline().now());
      maker.make(next.order());
    }
    if (underWay == 0 && waiting.isEmpty() && swept.size() == leftovers.size()) {
      context.close();
    }
  }

  private void made(VolumeOrder order) {
    Drill drill = drills.of(order);
    if (order.isSettled()) {
      remove(drill);
    } else {
      watch.add(order);
    }
  }

  private void ready(VolumeOrder order) {
    Drill drill = drills.of(order);
    drill.available(context.timeline().now());
    look.ifPresentOrElse(
        command -> command.at(order, ended -> lookedAt(drill, ended)), () -> remove(drill));
  }

  private void lookedAt(Drill drill, HookCommand.Ended ended) {
    drill.hookEnded(ended.exit());
    Optional.ofNullable(ended.trouble())
        .map(trouble -> DrillLook.failed(drill.order(), trouble))
        .ifPresent(problem -> tell(drill, problem));
    remove(drill);
  }

  private void fail(VolumeOrder order, Problem problem) {
    Drill drill = drills.of(order);
    if (order.failure().isEmpty()) {
      order.fail(problem);
      tell(drill, problem);
    }
    if (!order.isCalling()) {
      remove(drill);
    }
  }

  private void tell(Drill drill, Problem problem) {
    drill.problem(problem);
    context.tell(new EbsEvent.VolumeFailed(drill.order().planned().source(), problem));
  }

  private void remove(Drill drill) {
    if (!drill.beginRemoval()) {
      return;
    }
    VolumeOrder order = drill.order();
    if (order.id().isPresent()) {
      remover.removeOwn(order.id().get(), problem -> removed(drill, problem));
    } else if (order.isInDoubt()) {
      doubtful.remove(order, problem -> removed(drill, problem));
    } else {
      removed(drill, Optional.empty());
    }
  }

  private void removed(Drill drill, Optional<Problem> problem) {
    problem.ifPresent(left -> tell(drill, left));
    drill.end(context.timeline().now(), problem.isEmpty());
    context.journal().done(drill.order().token());
    underWay--;
    goOn();
  }

  private void timeOut() {
    for (Drill drill : waiting) {
      Problem late = Drills.late(drill, "it was not begun");
      drill.order().fail(late);
      tell(drill, late);
      drill.end(context.timeline().now(), true);
    }
    waiting.clear();
    for (Drill drill : drills.all()) {
      if (drill.isBegun() && !drill.order().isSettled()) {
        fail(drill.order(), Drills.late(drill, "it was not available"));
      }
    }
    goOn();
  }

  private void stop(Problem reason) {
    for (Drill drill : drills.all()) {
      if (!drill.order().isSettled()) {
        drill.order().fail(reason);
        tell(drill, reason);
      }
    }
    context.close();
  }
}
