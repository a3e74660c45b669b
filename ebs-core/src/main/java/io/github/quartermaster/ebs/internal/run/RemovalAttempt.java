package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One try to remove a snapshot: a last look, and only if it is what was planned with and nobody
 * needs it, the call.
 *
 * @param answer of the removal, or of the question that was not answered before it
 * @param spared why it stays after the last look, or null
 * @param held whether something builds on it that is on its way out
 */
record RemovalAttempt(Answer<?> answer, @Nullable String spared, boolean held) {
  /** Whether an answer means that there is no such snapshot any more. */
  static final Predicate<Answer<?>> GONE =
      answer ->
          answer instanceof Answer.Refused<?> refused
              && refused.reason() == Answer.Refused.Reason.NOT_FOUND;

  private static final int MOST_PAGES = 100;
  private static final String OURS = OurTags.PREFIX;

  Optional<String> sparedFor() {
    return Optional.ofNullable(spared);
  }

  /**
   * Looks and removes; takes several requests.
   *
   * @param going the ids of what goes with it: what builds on it and goes is waited for
   */
  static RemovalAttempt make(
      Snapshot planned, Token token, Set<String> going, BlockStorage storage, Journal journal) {
    Region region = planned.region();
    SnapshotId id = planned.id();
    Answer<Page<Snapshot>> look =
        storage.snapshots(region, new SnapshotFilter.Ids(List.of(id)), null);
    if (!(look instanceof Done<Page<Snapshot>> seen)) {
      return unanswered(look);
    }
    Optional<Snapshot> now =
        seen.value().items().stream().filter(each -> each.id().equals(id)).findFirst();
    if (now.isEmpty()) {
      return seen.value().next().isPresent()
          ? unanswered(new Ambiguous<>("a list of one snapshot is not whole"))
          : unanswered(
              new Answer.Refused<>(Answer.Refused.Reason.NOT_FOUND, "it is not there any more"));
    }
    if (!isStill(planned, now.get())) {
      return new RemovalAttempt(look, "its tags or its state have changed since", false);
    }
    for (SnapshotUse.Kind kind : SnapshotUse.Kind.values()) {
      Answer<Optional<SnapshotUse>> use = use(region, kind, id, storage);
      if (!(use instanceof Done<Optional<SnapshotUse>> told)) {
        return unanswered(use);
      }
      if (told.value().isPresent()) {
        SnapshotUse found = told.value().get();
        return going.contains(found.user())
            ? new RemovalAttempt(
                new Wait<>(Wait.Reason.BUSY, Duration.ZERO, words(found)), null, true)
            : new RemovalAttempt(use, words(found), false);
      }
    }
    journal.intend(token);
    return new RemovalAttempt(storage.delete(region, id), null, false);
  }

  private static String words(SnapshotUse use) {
    return switch (use.kind()) {
      case IMAGE -> "the image " + use.user() + " uses it now";
      case LOCK -> "it is locked now, " + use.user();
      case INCREMENT -> use.user() + " builds on it";
    };
  }

  private static Answer<Optional<SnapshotUse>> use(
      Region region, SnapshotUse.Kind kind, SnapshotId id, BlockStorage storage) {
    @Nullable String next = null;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Answer<Page<SnapshotUse>> answer = storage.uses(region, kind, id, next);
      if (!(answer instanceof Done<Page<SnapshotUse>> page)) {
        return answer.map(none -> Optional.empty());
      }
      Optional<SnapshotUse> found =
          page.value().items().stream().filter(use -> use.snapshot().equals(id)).findFirst();
      next = page.value().next().orElse(null);
      if (found.isPresent() || next == null) {
        return new Done<>(found);
      }
    }
    return new Ambiguous<>("the list of what uses it has no end");
  }

  private static boolean isStill(Snapshot planned, Snapshot now) {
    return now.stateWord().equals(planned.stateWord())
        && now.startedAt().equals(planned.startedAt())
        && now.volume().equals(planned.volume())
        && ourTags(now).equals(ourTags(planned));
  }

  private static Map<String, String> ourTags(Snapshot snapshot) {
    return snapshot.tags().entrySet().stream()
        .filter(tag -> tag.getKey().startsWith(OURS))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static RemovalAttempt unanswered(Answer<?> answer) {
    return new RemovalAttempt(answer, null, false);
  }
}
