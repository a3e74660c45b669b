package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.DRILL_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.NOT_FINISHED;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.DrillHook;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.SweptVolume;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final RestorePlan plan;
  private final List<Volume> leftovers;
  private final @Nullable DrillHook hook;
  private final int parallel;
  private final Instant deadline;
  private final RunContext context;
  private final VolumeMaker maker;
  private final VolumeWatch watch;
  private final VolumeRemover remover;
  private final DoubtfulVolumes doubtful;
  private final Map<VolumeOrder, Drill> drills;
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
    this.plan = plan;
    this.leftovers = List.copyOf(leftovers);
    this.hook = hook;
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
    drills = drills(plan);
    waiting = new ArrayDeque<>(drills.values());
  }

  private static Map<VolumeOrder, Drill> drills(RestorePlan plan) {
    Map<VolumeOrder, Drill> drills = new LinkedHashMap<>();
    for (PlannedRestore planned : plan.volumes()) {
      if (planned.isPossible()) {
        Token token = new Token(plan.id(), planned.source().value(), plan.region());
        VolumeOrder order = new VolumeOrder(planned, token);
        drills.put(order, new Drill(order));
      }
    }
    return drills;
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
    drills.values().stream().filter(drill -> !drill.isEnded()).forEach(this::abandoned);
    Instant now = timeline.now();
    return new Drilled(drills.values().stream().map(drill -> drill.outcome(now)).toList(), swept);
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
    Drill drill = drill(order);
    if (order.isSettled()) {
      remove(drill);
    } else {
      watch.add(order);
    }
  }

  private void ready(VolumeOrder order) {
    Drill drill = drill(order);
    drill.available(context.timeline().now());
    if (hook == null) {
      remove(drill);
      return;
    }
    HookCommand command = new HookCommand(hook.command(), environment(order));
    Duration left = Duration.between(context.timeline().now(), deadline);
    Duration limit = left.compareTo(hook.limit()) < 0 ? left : hook.limit();
    context
        .timeline()
        .call(
            () -> command.end(limit.isNegative() ? Duration.ZERO : limit),
            ended -> hookEnded(drill, ended));
  }

  private void hookEnded(Drill drill, HookCommand.Ended ended) {
    drill.hookEnded(ended.exit());
    Optional.ofNullable(ended.trouble())
        .ifPresent(
            trouble ->
                tell(
                    drill,
                    Problem.error(
                        DRILL_FAILED,
                        drill.order().planned().source(),
                        "tried to look at the volume made from "
                            + drill.order().creation().snapshot()
                            + "; "
                            + trouble,
                        "See what the command says; the volume is removed, a restore would make the"
                            + " same")));
    remove(drill);
  }

  private Map<String, String> environment(VolumeOrder order) {
    return Map.of(
        "EBS_DRILL_ID", plan.id().value(),
        "EBS_DRILL_VOLUME", order.id().map(VolumeId::value).orElse(""),
        "EBS_DRILL_SNAPSHOT", order.creation().snapshot().value(),
        "EBS_DRILL_SOURCE_VOLUME", order.planned().source().value(),
        "EBS_DRILL_REGION", plan.region().name(),
        "EBS_DRILL_ZONE", order.creation().zone(),
        "EBS_DRILL_SIZE_GIB", Long.toString(order.creation().sizeGib()),
        "EBS_DRILL_RUN", order.creation().tags().getOrDefault(OurTags.RUN, ""));
  }

  private void fail(VolumeOrder order, Problem problem) {
    Drill drill = drill(order);
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
      Problem late = late(drill.order(), "it was not begun");
      drill.order().fail(late);
      tell(drill, late);
      drill.end(context.timeline().now(), true);
    }
    waiting.clear();
    for (Drill drill : List.copyOf(drills.values())) {
      if (drill.isBegun() && !drill.order().isSettled()) {
        fail(drill.order(), late(drill.order(), "it was not available"));
      }
    }
    goOn();
  }

  private static Problem late(VolumeOrder order, String how) {
    return Problem.error(
        NOT_FINISHED,
        order.planned().source(),
        "tried to make " + order.title() + "; " + how + " when the time was up",
        "Allow more time, or more volumes at once");
  }

  private void stop(Problem reason) {
    for (Drill drill : drills.values()) {
      if (!drill.order().isSettled()) {
        drill.order().fail(reason);
        tell(drill, reason);
      }
    }
    context.close();
  }

  /** Nothing more can be done about it. */
  private void abandoned(Drill drill) {
    VolumeOrder order = drill.order();
    boolean mayBeThere = drill.isBegun() && (order.id().isPresent() || order.isInDoubt());
    if (mayBeThere) {
      Object what = order.id().<Object>map(id -> id).orElse(order.title());
      drill.problem(
          VolumeRemover.left(what, plan.region(), "the drill was ended before that was done"));
    }
    drill.end(context.timeline().now(), !mayBeThere);
  }

  private Drill drill(VolumeOrder order) {
    Drill drill = drills.get(order);
    if (drill == null) {
      throw new IllegalStateException("no drill of " + order.title());
    }
    return drill;
  }
}
