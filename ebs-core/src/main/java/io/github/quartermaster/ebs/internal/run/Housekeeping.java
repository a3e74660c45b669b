package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.DUPLICATE_SNAPSHOT;
import static io.github.quartermaster.ebs.model.ProblemCode.TAGGING_FAILED;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What can be done again without harm: tags that the creating call could not set, and the removal
 * of what was made twice. For the deciding thread.
 */
final class Housekeeping {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_REMOVALS = 10;

  private final RunContext context;
  private final Runnable then;
  private final Set<SnapshotId> removed = new HashSet<>();
  private int underWay;

  /**
   * Nothing to do yet.
   *
   * @param then is called whenever something is done with
   */
  Housekeeping(RunContext context, Runnable then) {
    this.context = context;
    this.then = then;
  }

  boolean isIdle() {
    return underWay == 0;
  }

  /** Sets the tags that are wanted; what fails is tried again after the next look. */
  void tag(Task task, Expected expected) {
    SnapshotId id = expected.id().orElseThrow();
    expected.tagging(true);
    underWay++;
    context
        .queue(task.region(), Call.TAG)
        .submit(
            () -> context.storage().tag(task.region(), id, expected.wantedTags()),
            answer -> tagged(expected, id, answer));
  }

  private void tagged(Expected expected, SnapshotId id, Answer<SnapshotId> answer) {
    underWay--;
    if (answer instanceof Done) {
      context.changed();
    } else if (answer instanceof Refused<?> refused) {
      context.warn(
          Problem.warning(
              TAGGING_FAILED,
              id,
              "tried to name " + expected.title() + "; " + refused.why(),
              "Allow tags to be set; the snapshot itself is good"));
    } else {
      expected.tagging(false);
    }
    then.run();
  }

  /** Removes a snapshot that another one of the same token makes needless. */
  void remove(Task task, Snapshot duplicate) {
    if (!removed.add(duplicate.id())) {
      return;
    }
    underWay++;
    remove(task, duplicate, 1);
  }

  private void remove(Task task, Snapshot duplicate, int attempt) {
    context
        .queue(task.region(), Call.DELETE)
        .submit(
            () -> context.storage().delete(task.region(), duplicate.id()),
            answer -> removed(task, duplicate, attempt, answer));
  }

  private void removed(Task task, Snapshot duplicate, int attempt, Answer<SnapshotId> answer) {
    if (isUnclear(answer) && attempt < MOST_REMOVALS) {
      // no look may come that would find it again: all else can be done with
      context
          .timeline()
          .at(context.timeline().now().plus(PAUSE), () -> remove(task, duplicate, attempt + 1));
      return;
    }
    underWay--;
    if (answer instanceof Done) {
      context.changed();
      context.tell(new EbsEvent.DuplicateRemoved(task.token(), task.region(), duplicate.id()));
    } else if (answer instanceof Refused<?> refused) {
      if (refused.reason() != Refused.Reason.NOT_FOUND) {
        stays(task, duplicate, refused.why());
      }
    } else {
      stays(task, duplicate, "no clear answer after " + attempt + " calls");
    }
    then.run();
  }

  private void stays(Task task, Snapshot duplicate, String why) {
    context.warn(
        Problem.warning(
            DUPLICATE_SNAPSHOT,
            duplicate.id(),
            "tried to remove "
                + duplicate.id()
                + ", which was made twice for "
                + task.token()
                + "; "
                + why,
            "Remove it by hand, or allow that"));
  }

  private static boolean isUnclear(Answer<?> answer) {
    return !(answer instanceof Done || answer instanceof Refused);
  }
}
