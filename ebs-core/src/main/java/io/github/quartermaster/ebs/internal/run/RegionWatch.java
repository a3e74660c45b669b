package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a run has in one region, again and again: a list of all that carries the run's tag,
 * and where something that is known is not among it, a second one by ids. Looks come more rarely
 * while nothing changes. For the deciding thread.
 */
final class RegionWatch {
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** No run has a million snapshots in a region: a list that goes on further has no end. */
  private static final int MOST_PAGES = 1000;

  private final RunContext context;
  private final Region region;
  private final Supplier<List<SnapshotId>> known;
  private final Consumer<Look> then;
  private final Consumer<Refused<?>> refused;
  private Duration interval = SHORTEST;
  private boolean looking;
  private Instant nextLook = Instant.MAX;

  /**
   * What a look showed.
   *
   * @param begun what was done before that is in it, but for the time that a tag takes to be found
   */
  record Look(Region region, Instant begun, List<Snapshot> snapshots) {}

  /**
   * A watch that has not looked yet.
   *
   * @param known ids that must be found, by the tag or by themselves
   * @param then takes each look
   * @param refused takes the reason for which looking is not allowed
   */
  RegionWatch(
      RunContext context,
      Region region,
      Supplier<List<SnapshotId>> known,
      Consumer<Look> then,
      Consumer<Refused<?>> refused) {
    this.context = context;
    this.region = region;
    this.known = known;
    this.then = then;
    this.refused = refused;
  }

  /** Looks now, if it is not looking already. */
  void look() {
    if (!looking && !context.isClosed()) {
      looking = true;
      page(new Look(region, context.timeline().now(), List.of()), byTag(), null, 0);
    }
  }

  /** Looks again after a while: soon if things move, ever later if not. */
  void lookLater(boolean moving, Duration atMost) {
    interval = moving ? SHORTEST : shorter(interval.multipliedBy(3).dividedBy(2), LONGEST);
    schedule(shorter(interval, atMost));
  }

  /** Something was begun here: looks come often again. */
  void stir() {
    interval = SHORTEST;
    if (!looking) {
      schedule(SHORTEST);
    }
  }

  private void schedule(Duration pause) {
    Instant when = context.timeline().now().plus(pause);
    if (when.isBefore(nextLook)) {
      nextLook = when;
      context.timeline().at(when, () -> lookAt(when));
    }
  }

  private void lookAt(Instant when) {
    // a look that was scheduled for earlier has taken its place
    if (when.equals(nextLook)) {
      nextLook = Instant.MAX;
      look();
    }
  }

  private SnapshotFilter byTag() {
    return new SnapshotFilter.OfRun(context.run());
  }

  private void page(Look sofar, SnapshotFilter filter, @Nullable String next, int pages) {
    context
        .queue(region, Call.DESCRIBE)
        .submit(
            () -> context.storage().snapshots(region, filter, next),
            answer -> paged(sofar, filter, next, pages, answer));
  }

  private void paged(
      Look sofar,
      SnapshotFilter filter,
      @Nullable String from,
      int pages,
      Answer<Page<Snapshot>> answer) {
    if (answer instanceof Refused<?> no) {
      looking = false;
      refused.accept(no);
      return;
    }
    if (!(answer instanceof Done<Page<Snapshot>> done)
        || pages > MOST_PAGES
        || done.value().next().filter(token -> token.equals(from)).isPresent()) {
      // a list that is not whole shows nothing of what is not on it
      again(answer);
      return;
    }
    Look more = with(sofar, done.value().items());
    String next = done.value().next().orElse(null);
    if (next != null) {
      page(more, filter, next, pages + 1);
    } else if (filter instanceof SnapshotFilter.Ids asked) {
      byIds(more, asked.ids().get(asked.ids().size() - 1));
    } else {
      byIds(more, null);
    }
  }

  /** Asks for what is missing, in the order of the ids, as many at once as a filter takes. */
  private void byIds(Look look, @Nullable SnapshotId lastAsked) {
    Set<SnapshotId> missing = new HashSet<>(known.get());
    look.snapshots().forEach(snapshot -> missing.remove(snapshot.id()));
    List<SnapshotId> some =
        missing.stream()
            .filter(id -> lastAsked == null || id.compareTo(lastAsked) > 0)
            .sorted()
            .limit(SnapshotFilter.MOST_IDS)
            .toList();
    if (some.isEmpty()) {
      looked(look);
    } else {
      page(look, new SnapshotFilter.Ids(some), null, 0);
    }
  }

  private void looked(Look look) {
    looking = false;
    then.accept(look);
  }

  private void again(Answer<?> answer) {
    looking = false;
    String why =
        answer instanceof Answer.Ambiguous<?> ambiguous
            ? ambiguous.why()
            : answer instanceof Answer.Wait<?> wait ? wait.why() : "its list has no end";
    context.tell(new EbsEvent.Delayed(region, Call.DESCRIBE, SHORTEST, why));
    schedule(SHORTEST);
  }

  private static Look with(Look sofar, List<Snapshot> more) {
    List<Snapshot> all = new ArrayList<>(sofar.snapshots());
    all.addAll(more);
    return new Look(sofar.region(), sofar.begun(), all);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
