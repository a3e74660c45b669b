package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.COPY_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;
import static io.github.quartermaster.ebs.model.ProblemCode.QUOTA_REACHED;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.VOLUME_NOT_FOUND;

import io.github.quartermaster.ebs.internal.run.Freezer.Frozen;
import io.github.quartermaster.ebs.internal.run.Task.State;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the creating calls: never one whose intent is not on the disk, and never one again of which
 * it is not certain that it did not happen. For the deciding thread.
 */
final class Launcher {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** So often something that should be there soon may be missing. */
  private static final int MOST_NOT_FOUND = 12;

  private static final int MOST_DOUBTS = 10;

  private final RunContext context;
  private final @Nullable Freezer freezer;
  private final Consumer<Task> begun;
  private final BiConsumer<Task, Problem> givenUp;
  private final Consumer<Problem> stopped;

  /**
   * Tells what became of calls.
   *
   * @param stopped takes the reason for which nothing more makes sense
   */
  Launcher(
      RunContext context,
      @Nullable Freezer freezer,
      Consumer<Task> begun,
      BiConsumer<Task, Problem> givenUp,
      Consumer<Problem> stopped) {
    this.context = context;
    this.freezer = freezer;
    this.begun = begun;
    this.givenUp = givenUp;
    this.stopped = stopped;
  }

  /** Makes the call when its turn comes, unless somebody else has made it while it waited. */
  void launch(Task task) {
    if (task.state() != State.WANTED) {
      return;
    }
    Optional<Creation> creation = task.creation();
    if (creation.isEmpty() || context.isClosed()) {
      return;
    }
    task.state(State.CALLING);
    context
        .queue(task.region(), creation.get().call())
        .submit(call(task, creation.get()), Attempt::answer, attempt -> answered(task, attempt));
  }

  private Callable<Attempt> call(Task task, Creation creation) {
    Journal journal = context.journal();
    Freezer around = task.isCopy() ? null : freezer;
    return () -> {
      if (around == null) {
        return new Attempt(create(journal, task, creation), List.of());
      }
      Map<String, String> environment =
          Map.of(
              "EBS_RUN", context.run().value(),
              "EBS_REGION", task.region().name(),
              "EBS_SUBJECT", task.token().subject());
      Frozen<Answer<List<CreatedSnapshot>>> frozen =
          around.around(task.token().subject(), environment, () -> create(journal, task, creation));
      return new Attempt(
          frozen.value().orElseGet(() -> new Refused<>(Refused.Reason.INVALID, "not frozen")),
          frozen.problems());
    };
  }

  private Answer<List<CreatedSnapshot>> create(Journal journal, Task task, Creation creation) {
    Optional<List<CreatedSnapshot>> others = task.madeByOthers();
    if (others.isPresent()) {
      return new Done<>(others.get());
    }
    journal.intend(task.token());
    Answer<List<CreatedSnapshot>> answer = context.storage().create(creation);
    if (!(answer instanceof Done || answer instanceof Ambiguous)) {
      journal.notDone(task.token());
    }
    return answer;
  }

  private void answered(Task task, Attempt attempt) {
    Optional<Problem> failure =
        attempt.problems().stream()
            .filter(problem -> problem.code() == ProblemCode.FREEZE_FAILED && problem.isError())
            .findFirst();
    attempt.problems().stream()
        .filter(problem -> failure.isEmpty() || !problem.equals(failure.get()))
        .forEach(context::warn);
    if (failure.isPresent()) {
      givenUp.accept(task, failure.get());
    } else if (attempt.answer() instanceof Done<List<CreatedSnapshot>> done) {
      made(task, done.value());
    } else if (attempt.answer() instanceof Wait<?> wait) {
      putOff(task, wait);
    } else if (attempt.answer() instanceof Refused<?> refused) {
      refused(task, refused);
    } else if (attempt.answer() instanceof Ambiguous<?> ambiguous) {
      doubt(task, ambiguous.why());
    }
  }

  private void made(Task task, List<CreatedSnapshot> created) {
    context.changed();
    context.journal().done(task.token());
    for (Expected expected : task.expected()) {
      created.stream()
          .filter(one -> !task.isSet() || expected.volume().spec().id().equals(one.volume()))
          .findFirst()
          .ifPresent(
              one -> {
                expected.known(one.id(), context.timeline().now());
                context.tell(new EbsEvent.Begun(task.token(), task.region(), one.id()));
              });
    }
    begun.accept(task);
  }

  /** Nobody knows whether it happened. */
  private void doubt(Task task, String why) {
    context.changed();
    context.tell(new EbsEvent.InDoubt(task.token(), why));
    task.doubt(context.timeline().now());
    if (task.doubts() > MOST_DOUBTS) {
      givenUp.accept(
          task,
          refusal(task, "no clear answer after " + task.doubts() + " calls, the last: " + why));
    }
  }

  private void putOff(Task task, Wait<?> wait) {
    if (wait.reason() == Wait.Reason.TOO_SOON) {
      // the first try may have worked, though its answer was lost
      context.tell(new EbsEvent.InDoubt(task.token(), wait.why()));
      task.doubt(context.timeline().now());
      return;
    }
    Duration growing = FIRST_PAUSE.multipliedBy(Math.min(task.putOff(), 12));
    Duration pause = wait.atLeast().compareTo(growing) > 0 ? wait.atLeast() : growing;
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    task.state(State.WANTED);
    context.tell(
        new EbsEvent.Delayed(
            task.region(),
            task.isCopy() ? Call.COPY_SNAPSHOT : Call.CREATE_SNAPSHOT,
            bounded,
            wait.why()));
    context.timeline().at(context.timeline().now().plus(bounded), () -> launch(task));
  }

  private void refused(Task task, Refused<?> refused) {
    if (refused.reason() == Refused.Reason.CREDENTIALS) {
      task.state(State.WANTED);
      stopped.accept(
          Problem.error(
              CREDENTIALS_REFUSED,
              "credentials",
              "tried to make " + title(task) + "; " + refused.why(),
              "Give credentials that are valid now, and take the same run up again"));
    } else if (refused.reason() == Refused.Reason.NOT_FOUND
        && task.isCopy()
        && task.putOff() < MOST_NOT_FOUND) {
      // a snapshot that is whole in its own region may not be visible to another yet
      task.state(State.WANTED);
      context.timeline().at(context.timeline().now().plus(FIRST_PAUSE), () -> launch(task));
    } else {
      givenUp.accept(task, refusal(task, refused));
    }
  }

  private static Problem refusal(Task task, Refused<?> refused) {
    return switch (refused.reason()) {
      case NOT_FOUND ->
          task.isCopy()
              ? refusal(task, refused.why())
              : problem(task, VOLUME_NOT_FOUND, refused.why(), "Correct or remove its line");
      case PERMISSION ->
          problem(task, PERMISSION_DENIED, refused.why(), "Allow it; a policy can be printed");
      case QUOTA -> problem(task, QUOTA_REACHED, refused.why(), "Raise the limit or remove some");
      default -> refusal(task, refused.why());
    };
  }

  private static Problem refusal(Task task, String why) {
    return problem(
        task,
        task.isCopy() ? COPY_REFUSED : SNAPSHOT_REFUSED,
        why,
        "Mend what it says, and take the same run up again");
  }

  private static Problem problem(Task task, ProblemCode code, String why, String remedy) {
    return Problem.error(
        code, task.token().subject(), "tried to make " + title(task) + "; " + why, remedy);
  }

  private static String title(Task task) {
    return task.isSet()
        ? "the snapshots of the volumes of " + task.token().subject()
        : task.expected().get(0).title();
  }

  /** What one call gave. */
  private record Attempt(Answer<List<CreatedSnapshot>> answer, List<Problem> problems) {}
}
