package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.COPY_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_FAILED;
import static io.github.quartermaster.ebs.model.ProblemCode.SNAPSHOT_LOST;

import io.github.quartermaster.ebs.internal.run.RegionWatch.Look;
import io.github.quartermaster.ebs.internal.run.Task.State;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a look showed against what is expected: adopts, settles doubts, notes what is whole,
 * broken or gone. For the deciding thread.
 */
final class Reconciler {
  /** A new snapshot may be missing in lists for a while, by its id too. */
  private static final Duration VISIBLE_BY_THEN = Duration.ofSeconds(60);

  /** So many looks must agree that something is gone. */
  private static final int LOOKS_TO_BE_LOST = 3;

  private static final int LOOKS_TO_BE_SURE = 2;

  private final RunContext context;
  private final Follower follower;

  Reconciler(RunContext context, Follower follower) {
    this.context = context;
    this.follower = follower;
  }

  /** Acts upon what was found. */
  interface Follower {
    /** Nobody has made it, for certain. */
    void wanted(Task task);

    /** It is there, or on its way. */
    void begun(Task task);

    /** One of its snapshots is whole, or not to be had. */
    void settled(Task task, Expected expected);

    /** Made more than once, or broken, where the same is there whole. */
    void needless(Task task, List<Snapshot> others);
  }

  /** Whether anything moved. */
  boolean reconcile(Look look, List<Task> tasks) {
    Map<String, List<Snapshot>> byToken = new HashMap<>();
    for (Snapshot snapshot : look.snapshots()) {
      String token = snapshot.tag(OurTags.TOKEN).orElse("");
      byToken.computeIfAbsent(token, t -> new ArrayList<>()).add(snapshot);
    }
    Map<Object, Snapshot> byId = new HashMap<>();
    look.snapshots().forEach(snapshot -> byId.put(snapshot.id(), snapshot));
    boolean moved = false;
    for (Task task : tasks) {
      if (task.state() != State.GIVEN_UP) {
        Sight sight = sight(task, byToken.getOrDefault(task.token().toString(), List.of()), byId);
        moved |= reconcile(look, task, sight);
      }
    }
    return moved;
  }

  /**
   * What is there of a task.
   *
   * @param found for each that it expects, the one to keep first
   * @param ignored what failed before this process began
   */
  private record Sight(Map<Expected, List<Snapshot>> found, List<Snapshot> ignored) {
    boolean isEmpty() {
      return found.values().stream().allMatch(List::isEmpty);
    }

    /** What is not needed once the best is whole. */
    List<Snapshot> needless(Expected expected) {
      return Stream.concat(
              found.getOrDefault(expected, List.of()).stream().skip(1), ignored.stream())
          .toList();
    }

    Optional<Snapshot> best(Expected expected) {
      return found.getOrDefault(expected, List.of()).stream().findFirst();
    }
  }

  private static Sight sight(Task task, List<Snapshot> ofToken, Map<Object, Snapshot> byId) {
    Map<Expected, List<Snapshot>> found = new HashMap<>();
    for (Expected expected : task.expected()) {
      List<Snapshot> candidates = new ArrayList<>();
      for (Snapshot snapshot : ofToken) {
        if (task.isOf(expected, snapshot) && !ignored(task, snapshot)) {
          candidates.add(snapshot);
        }
      }
      if (candidates.isEmpty()) {
        // somebody may have taken its tags away
        expected.id().map(byId::get).ifPresent(candidates::add);
      }
      candidates.sort(Snapshot.KEPT_FIRST);
      found.put(expected, candidates);
    }
    return new Sight(found, ofToken.stream().filter(task::ignores).toList());
  }

  private static boolean ignored(Task task, Snapshot snapshot) {
    if (task.state() == State.UNKNOWN && snapshot.state() == SnapshotState.ERROR) {
      // the run is taken up again to have a good one
      task.ignore(snapshot);
    }
    return task.ignores(snapshot);
  }

  private boolean reconcile(Look look, Task task, Sight sight) {
    return switch (task.state()) {
      case UNKNOWN -> first(task, sight);
      case WANTED -> !sight.isEmpty() && adopt(task, sight);
      case CALLING -> {
        if (!sight.isEmpty()) {
          task.overtaken(created(task, sight));
        }
        yield false;
      }
      case IN_DOUBT -> sight.isEmpty() ? stillInDoubt(look, task) : adopt(task, sight);
      case BEGUN -> progress(look, task, sight);
      case GIVEN_UP -> false;
    };
  }

  private boolean first(Task task, Sight sight) {
    if (!sight.isEmpty()) {
      return adopt(task, sight);
    }
    Optional<Instant> unanswered = context.journal().unanswered(task.token());
    if (unanswered.isPresent()) {
      context.tell(new EbsEvent.InDoubt(task.token(), "an earlier process called at this"));
      task.doubt(unanswered.get());
    } else {
      task.state(State.WANTED);
      follower.wanted(task);
    }
    return true;
  }

  private boolean adopt(Task task, Sight sight) {
    boolean earlier = task.state() == State.UNKNOWN;
    task.begun(context.timeline().now());
    context.journal().done(task.token());
    for (Expected expected : task.expected()) {
      Optional<Snapshot> best = sight.best(expected);
      if (best.isPresent()) {
        expected.known(best.get().id(), context.timeline().now());
        if (earlier) {
          expected.adopt();
        }
        context.tell(
            earlier
                ? new EbsEvent.Adopted(task.token(), best.get())
                : new EbsEvent.Begun(task.token(), task.region(), best.get().id()));
      }
    }
    follower.begun(task);
    progress(null, task, sight);
    return true;
  }

  private static List<CreatedSnapshot> created(Task task, Sight sight) {
    return task.expected().stream()
        .flatMap(expected -> sight.best(expected).stream())
        .map(snapshot -> new CreatedSnapshot(snapshot.id(), snapshot.volume()))
        .toList();
  }

  private boolean stillInDoubt(Look look, Task task) {
    Instant since = task.doubtedSince();
    if (!look.begun().isAfter(since)) {
      return false;
    }
    int looks = task.lookedInVain();
    Instant sure = since.plus(context.storage().traits().settling());
    if (looks >= LOOKS_TO_BE_SURE && !look.begun().isBefore(sure)) {
      context.journal().notDone(task.token());
      task.state(State.WANTED);
      follower.wanted(task);
    }
    return true;
  }

  private boolean progress(@Nullable Look look, Task task, Sight sight) {
    boolean moved = false;
    for (Expected expected : task.expected()) {
      Optional<Snapshot> best = sight.best(expected);
      if (best.isPresent() && look != null && isOwnHidden(look, expected)) {
        continue;
      }
      if (best.isPresent()) {
        moved |= seen(task, expected, best.get());
        if (best.get().state() == SnapshotState.COMPLETED) {
          follower.needless(task, sight.needless(expected));
        }
      } else if (look != null && !expected.isSettled()) {
        moved |= missed(look, task, expected);
      }
    }
    return moved;
  }

  /**
   * Whether somebody else's is seen, and our own is not yet: whoever ended now would leave two. To
   * be waited for as long as a new one may be missing in lists.
   */
  private static boolean isOwnHidden(Look look, Expected expected) {
    return !expected.isSettled()
        && expected.id().isPresent()
        && look.begun().isBefore(expected.knownSince().plus(VISIBLE_BY_THEN))
        && look.snapshots().stream()
            .noneMatch(snapshot -> snapshot.id().equals(expected.id().get()));
  }

  private boolean seen(Task task, Expected expected, Snapshot snapshot) {
    boolean news = !expected.isSettled() || expected.id().filter(snapshot.id()::equals).isEmpty();
    expected.seen(snapshot, context.timeline().now());
    if (!news) {
      return false;
    }
    if (snapshot.state() == SnapshotState.COMPLETED) {
      expected.complete(snapshot);
      context.tell(new EbsEvent.Completed(task.token(), snapshot));
    } else if (snapshot.state() == SnapshotState.ERROR && !expected.isSettled()) {
      fail(task, expected, failed(expected, snapshot));
    } else {
      return false;
    }
    follower.settled(task, expected);
    return true;
  }

  private boolean missed(Look look, Task task, Expected expected) {
    Instant since = expected.id().isPresent() ? expected.knownSince() : task.begunAt();
    if (look.begun().isBefore(since.plus(VISIBLE_BY_THEN))
        || expected.missed() < LOOKS_TO_BE_LOST) {
      return false;
    }
    fail(
        task,
        expected,
        Problem.error(
            SNAPSHOT_LOST,
            expected.id().map(Object::toString).orElse(task.token().toString()),
            "tried to wait for " + expected.title() + "; it is not there any more",
            "Find out who removes snapshots, and take the same run up again"));
    follower.settled(task, expected);
    return true;
  }

  private void fail(Task task, Expected expected, Problem problem) {
    expected.fail(problem);
    context.tell(new EbsEvent.Failed(task.token(), problem));
  }

  private static Problem failed(Expected expected, Snapshot snapshot) {
    String why = snapshot.stateMessage().isBlank() ? "no reason given" : snapshot.stateMessage();
    return Problem.error(
        expected.isCopy() ? COPY_FAILED : SNAPSHOT_FAILED,
        snapshot.id(),
        "tried to make " + expected.title() + "; " + snapshot.id() + " failed: " + why,
        "Mend what it says (a key, say), and take the same run up again");
  }
}
