package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.CREDENTIALS_REFUSED;
import static io.github.quartermaster.ebs.model.ProblemCode.NOT_FINISHED;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;
import static io.github.quartermaster.ebs.model.ProblemCode.PRUNE_FAILED;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.Removal.Status;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Token;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes exactly what a plan says, oldest first, each after a last look. An answer that is in
 * doubt is followed by another look: what is gone by then was removed. Nothing depends on the
 * journal but the knowledge of who removed a thing; a repetition after a crash plans anew.
 */
public final class PruneRunner {
  /** What the journal is of; no backup's run, as it lies in a file of another name. */
  public static final RunId RUN = new RunId("prune");

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 10;

  /** Ten minutes: what builds on a snapshot is accepted for removal first, and goes after that. */
  private static final int MOST_WAITS = 120;

  /** Thousands of snapshots go in a fraction of it. */
  private static final Duration LIMIT = Duration.ofHours(4);

  private final List<Snapshot> planned;
  private final RunContext context;
  private final Map<Snapshot, Removal> outcomes = new HashMap<>();

  /** Ready to remove. */
  public PruneRunner(
      PrunePlan plan,
      BlockStorage storage,
      Timeline timeline,
      Journal journal,
      EbsListener listener) {
    planned =
        plan.refused() ? List.of() : plan.removals().stream().map(PruneEntry::snapshot).toList();
    context = new RunContext(RUN, storage, timeline, journal, listener);
  }

  /** Removes; what became of each, in the order of the plan. */
  public List<Removal> run() {
    if (!planned.isEmpty()) {
      context.journal().unanswered().keySet().forEach(this::settle);
      planned.forEach(snapshot -> attempt(snapshot, 1));
      Timeline timeline = context.timeline();
      timeline.at(timeline.now().plus(LIMIT), context::close);
      timeline.run();
    }
    if (outcomes.values().stream().noneMatch(each -> each.status() == Status.FAILED)
        && outcomes.size() == planned.size()) {
      context.journal().end();
    }
    return planned.stream().map(each -> outcomes.getOrDefault(each, late(each))).toList();
  }

  /** What a process that is gone had begun, and is not to be removed any more: did it happen? */
  private void settle(String unanswered) {
    Optional<Token> known = Token.parse(RUN, unanswered);
    Region region = known.flatMap(Token::destination).orElse(null);
    if (region == null || planned.stream().anyMatch(each -> known.get().equals(token(each)))) {
      return;
    }
    Token token = known.get();
    SnapshotFilter only = new SnapshotFilter.Ids(List.of(new SnapshotId(token.subject())));
    context
        .queue(region, Call.DESCRIBE)
        .submit(
            () -> context.storage().snapshots(region, only, null),
            answer -> {
              if (answer instanceof Done<Page<Snapshot>> seen && seen.value().next().isEmpty()) {
                if (seen.value().items().isEmpty()) {
                  context.journal().done(token);
                } else {
                  context.journal().notDone(token);
                }
              }
            });
  }

  private void attempt(Snapshot snapshot, int attempt) {
    Token token = token(snapshot);
    Set<String> going = going();
    context
        .queue(snapshot.region(), Call.DELETE)
        .submit(
            () -> RemovalAttempt.make(snapshot, token, going, context.storage(), context.journal()),
            RemovalAttempt::answer,
            made -> made(snapshot, made, attempt));
  }

  private void made(Snapshot snapshot, RemovalAttempt made, int attempt) {
    if (made.sparedFor().isPresent()) {
      spare(snapshot, made.sparedFor().get());
    } else if (made.answer() instanceof Done) {
      removed(snapshot);
    } else if (RemovalAttempt.GONE.test(made.answer())) {
      if (isOurs(snapshot, attempt)) {
        removed(snapshot);
      } else {
        end(new Removal(snapshot, Status.GONE, null));
      }
    } else if (made.answer() instanceof Refused<?> refused) {
      refused(snapshot, refused);
    } else if (attempt < (made.held() ? MOST_WAITS : MOST_ATTEMPTS)) {
      Timeline timeline = context.timeline();
      timeline.at(timeline.now().plus(PAUSE), () -> attempt(snapshot, attempt + 1));
    } else if (made.held()) {
      spare(snapshot, "what builds on it is still there");
    } else {
      String why = "no clear answer after " + attempt + " tries";
      end(failed(snapshot, PRUNE_FAILED, why, "Prune again later, which looks what is left"));
    }
  }

  /** The ids of what is gone or may go yet. */
  private Set<String> going() {
    return planned.stream()
        .filter(each -> !outcomes.containsKey(each) || isGone(outcomes.get(each)))
        .map(each -> each.id().value())
        .collect(Collectors.toSet());
  }

  private static boolean isGone(@Nullable Removal outcome) {
    return outcome != null
        && (outcome.status() == Status.REMOVED || outcome.status() == Status.GONE);
  }

  /** Whether an earlier try, perhaps of a process that is gone, may have worked. */
  private boolean isOurs(Snapshot snapshot, int attempt) {
    return attempt > 1 || context.journal().unanswered(token(snapshot)).isPresent();
  }

  private void removed(Snapshot snapshot) {
    context.journal().done(token(snapshot));
    context.tell(new EbsEvent.Removed(snapshot));
    end(new Removal(snapshot, Status.REMOVED, null));
  }

  private void spare(Snapshot snapshot, String why) {
    context.journal().notDone(token(snapshot));
    end(
        new Removal(
            snapshot,
            Status.SPARED,
            Problem.warning(
                PRUNE_FAILED,
                snapshot.id(),
                text(snapshot, why),
                "Nothing need be done: it stays while that is so")));
  }

  private void refused(Snapshot snapshot, Refused<?> refused) {
    switch (refused.reason()) {
      case IN_USE -> spare(snapshot, refused.why());
      case CREDENTIALS -> {
        Removal end =
            failed(
                snapshot,
                CREDENTIALS_REFUSED,
                refused.why(),
                "Give credentials that are valid now, and prune again");
        context.journal().notDone(token(snapshot));
        context.close();
        planned.forEach(
            each -> outcomes.putIfAbsent(each, new Removal(each, Status.FAILED, end.reason())));
      }
      case PERMISSION -> {
        context.journal().notDone(token(snapshot));
        end(
            failed(
                snapshot,
                PERMISSION_DENIED,
                refused.why(),
                "Allow these credentials to remove snapshots that carry our tag"));
      }
      default -> {
        context.journal().notDone(token(snapshot));
        end(failed(snapshot, PRUNE_FAILED, refused.why(), "Mend what it says, and prune again"));
      }
    }
  }

  private void end(Removal removal) {
    outcomes.put(removal.snapshot(), removal);
    if (outcomes.size() == planned.size()) {
      context.timeline().stop();
    }
  }

  private static Removal late(Snapshot snapshot) {
    return failed(
        snapshot,
        NOT_FINISHED,
        "the cloud was too slow, and the time was up",
        "Prune again, which goes on with what is left");
  }

  private static Removal failed(Snapshot snapshot, ProblemCode code, String why, String remedy) {
    return new Removal(
        snapshot, Status.FAILED, Problem.error(code, snapshot.id(), text(snapshot, why), remedy));
  }

  private static String text(Snapshot snapshot, String why) {
    return "tried to remove " + snapshot.id() + " in " + snapshot.region() + "; " + why;
  }

  private static Token token(Snapshot snapshot) {
    return new Token(RUN, snapshot.id().value(), snapshot.region());
  }
}
