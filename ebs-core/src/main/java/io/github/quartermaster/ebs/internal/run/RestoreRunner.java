package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.CLOUD_UNREACHABLE;
import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.NOT_FINISHED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RestoredVolume.Status;
import io.github.quartermaster.ebs.model.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the volumes of a plan, each once, and waits until they can be used. Removes nothing, ever,
 * and touches no volume that it has not made.
 */
public final class RestoreRunner {
  private final RestorePlan plan;
  private final Instant deadline;
  private final RunContext context;
  private final VolumeMaker maker;
  private final VolumeWatch watch;
  private final List<VolumeOrder> orders;
  private @Nullable Problem stopReason;

  /**
   * For one call of {@link #run()}.
   *
   * @param plan one that is not refused
   */
  public RestoreRunner(
      RestorePlan plan,
      Instant deadline,
      BlockStorage storage,
      Timeline timeline,
      Journal journal,
      EbsListener listener) {
    this.plan = plan;
    this.deadline = deadline;
    context = new RunContext(plan.id(), storage, timeline, journal, listener);
    watch =
        new VolumeWatch(context, plan.region(), order -> endIfDone(), this::fail, this::cannotLook);
    maker = new VolumeMaker(context, plan.region(), watch::add, this::fail, this::stop);
    orders = plan.volumes().stream().map(this::order).toList();
  }

  private VolumeOrder order(PlannedRestore planned) {
    return new VolumeOrder(planned, new Token(plan.id(), planned.source().value(), plan.region()));
  }

  /** Runs until all can be used, nothing more makes sense, or time is up. */
  public List<RestoredVolume> run() {
    Timeline timeline = context.timeline();
    timeline.at(deadline, context::close);
    for (VolumeOrder order : orders) {
      order
          .planned()
          .existing()
          .ifPresentOrElse(
              made -> {
                context.journal().done(order.token());
                order.known(made, timeline.now());
                context.tell(
                    new EbsEvent.VolumeBegun(
                        order.planned().source(), made, order.creation().snapshot()));
                watch.add(order);
              },
              () -> maker.make(order));
    }
    timeline.run();
    if (orders.stream().allMatch(VolumeOrder::isReady)) {
      context.journal().end();
    }
    return orders.stream().map(this::outcome).toList();
  }

  private RestoredVolume outcome(VolumeOrder order) {
    PlannedRestore planned = order.planned();
    if (order.isReady()) {
      return new RestoredVolume(
          planned,
          planned.existing().isPresent() ? Status.ADOPTED : Status.AVAILABLE,
          order.latest().orElse(null),
          null);
    }
    Optional<Problem> failure = order.failure();
    return new RestoredVolume(
        planned,
        failure.isPresent() || order.id().isEmpty() ? Status.FAILED : Status.UNFINISHED,
        order.latest().orElse(null),
        failure.orElseGet(() -> stopReason == null ? late(order) : stopReason));
  }

  private static Problem late(VolumeOrder order) {
    return Problem.error(
        NOT_FINISHED,
        order.planned().source(),
        "tried to make "
            + order.title()
            + "; "
            + order
                .latest()
                .map(volume -> volume.id() + " was " + volume.state())
                .orElse("it was not begun for certain")
            + " when the time was up",
        "Take the same restore up again, and allow more time");
  }

  private void fail(VolumeOrder order, Problem problem) {
    order.fail(problem);
    context.tell(new EbsEvent.VolumeFailed(order.planned().source(), problem));
    endIfDone();
  }

  private void stop(Problem reason) {
    if (stopReason == null) {
      stopReason = reason;
    }
    context.close();
  }

  private void cannotLook(Refused<?> refused) {
    stop(refusedLook(refused, plan));
  }

  static Problem refusedLook(Refused<?> refused, RestorePlan plan) {
    ProblemCode code =
        switch (refused.reason()) {
          case CREDENTIALS -> CREDENTIALS_REFUSED;
          case PERMISSION -> PERMISSION_DENIED;
          default -> CLOUD_UNREACHABLE;
        };
    return Problem.error(
        code,
        plan.region(),
        "tried to look at the new volumes in " + plan.region() + "; " + refused.why(),
        "Mend what it says, and call again");
  }

  private void endIfDone() {
    if (orders.stream().allMatch(VolumeOrder::isSettled)) {
      context.close();
    }
  }
}
