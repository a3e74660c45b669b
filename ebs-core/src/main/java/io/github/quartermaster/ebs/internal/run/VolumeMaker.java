package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;
import static io.github.quartermaster.ebs.model.ProblemCode.QUOTA_REACHED;
import static io.github.quartermaster.ebs.model.ProblemCode.RESTORE_FAILED;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes the calls that make volumes. An answer in doubt is followed by the very same call: its
 * client token makes that safe, so that nothing is looked for. For the deciding thread.
 */
final class VolumeMaker {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_TRIES = 30;
  private static final int MOST_UNSEEN = 6;

  private final RunContext context;
  private final Region region;
  private final Consumer<VolumeOrder> made;
  private final BiConsumer<VolumeOrder, Problem> failed;
  private final Consumer<Problem> stopped;

  /**
   * Tells what became of calls.
   *
   * @param stopped takes the reason for which nothing more makes sense
   */
  VolumeMaker(
      RunContext context,
      Region region,
      Consumer<VolumeOrder> made,
      BiConsumer<VolumeOrder, Problem> failed,
      Consumer<Problem> stopped) {
    this.context = context;
    this.region = region;
    this.made = made;
    this.failed = failed;
    this.stopped = stopped;
  }

  /** Makes the call; the last answer of all leads to one of the three, at times to the second. */
  void make(VolumeOrder order) {
    order.calling(true);
    context
        .queue(region, Call.CREATE_VOLUME)
        .submit(() -> call(order), answer -> answered(order, answer));
  }

  private Answer<Volume> call(VolumeOrder order) {
    context.journal().intend(order.token());
    Answer<Volume> answer = context.storage().createVolume(order.creation());
    if (!order.isInDoubt() && !(answer instanceof Done || answer instanceof Ambiguous)) {
      context.journal().notDone(order.token());
    }
    return answer;
  }

  private void answered(VolumeOrder order, Answer<Volume> answer) {
    order.calling(false);
    if (answer instanceof Done<Volume> done) {
      context.changed();
      context.journal().done(order.token());
      order.known(done.value(), context.timeline().now());
      context.tell(
          new EbsEvent.VolumeBegun(
              order.planned().source(), done.value(), order.creation().snapshot()));
      made.accept(order);
    } else if (answer instanceof Refused<Volume> refused && !isUnseen(order, refused)) {
      refused(order, refused);
    } else {
      String why = why(answer);
      if (answer instanceof Ambiguous) {
        context.changed();
        order.doubt();
        context.tell(new EbsEvent.VolumeInDoubt(order.planned().source(), why));
      }
      again(order, answer, why);
    }
  }

  /** A snapshot that lists show may not be visible to this call yet; not for long. */
  private boolean isUnseen(VolumeOrder order, Refused<Volume> refused) {
    return refused.reason() == Refused.Reason.NOT_FOUND
        && refused.why().contains(order.creation().snapshot().value())
        && order.unseen() <= MOST_UNSEEN;
  }

  private void again(VolumeOrder order, Answer<Volume> answer, String why) {
    int tries = order.tried();
    if (order.failure().isPresent()) {
      // nobody waits for it any longer
      failed.accept(order, order.failure().get());
      return;
    }
    if (tries >= MOST_TRIES) {
      failed.accept(order, problem(order, "no clear answer after " + tries + " calls: " + why));
      return;
    }
    Duration growing = PAUSE.multipliedBy(Math.min(tries, 6));
    Duration asked = answer instanceof Wait<Volume> wait ? wait.atLeast() : Duration.ZERO;
    Duration pause = asked.compareTo(growing) > 0 ? asked : growing;
    if (answer instanceof Wait) {
      context.tell(new EbsEvent.Delayed(region, Call.CREATE_VOLUME, pause, why));
    }
    if (!context.isClosed()) {
      context.timeline().at(context.timeline().now().plus(pause), () -> retry(order));
    }
  }

  private void retry(VolumeOrder order) {
    if (!order.isSettled()) {
      make(order);
    }
  }

  private void refused(VolumeOrder order, Refused<Volume> refused) {
    if (refused.reason() == Refused.Reason.CREDENTIALS) {
      stopped.accept(
          problem(
              order,
              CREDENTIALS_REFUSED,
              refused.why(),
              "Give credentials that are valid now, and call again"));
      return;
    }
    failed.accept(
        order,
        switch (refused.reason()) {
          case PERMISSION ->
              problem(order, PERMISSION_DENIED, refused.why(), "Allow it; a policy can be printed");
          case QUOTA ->
              problem(
                  order,
                  QUOTA_REACHED,
                  refused.why(),
                  "Raise the limit, remove volumes, or take another type or zone");
          default -> problem(order, refused.why());
        });
  }

  private static String why(Answer<Volume> answer) {
    if (answer instanceof Refused<Volume> refused) {
      return refused.why();
    }
    return answer instanceof Wait<Volume> wait ? wait.why() : ((Ambiguous<Volume>) answer).why();
  }

  private static Problem problem(VolumeOrder order, String why) {
    return problem(
        order, RESTORE_FAILED, why, "Mend what it says (a zone, a type, a key), and call again");
  }

  static Problem problem(VolumeOrder order, ProblemCode code, String why, String remedy) {
    return Problem.error(
        code,
        order.planned().source(),
        "tried to make " + order.title() + " in " + order.creation().zone() + "; " + why,
        remedy);
  }
}
