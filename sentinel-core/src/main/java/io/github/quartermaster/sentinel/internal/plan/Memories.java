package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Recovery;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the history keeps, and since when a component counts as recovered. */
public final class Memories {
  /** The most attempts that are remembered; where there are as many, nothing more is tried. */
  static final int MOST = 10_000;

  /** Kept for people, though no guard rail may need it. */
  private static final Duration LEAST_KEPT = Duration.ofDays(7);

  private Memories() {}

  /**
   * The history after a look. A component that was healthy at every look for long enough begins
   * anew. A time in which nobody looked for as long is no verified health.
   *
   * @param components by what Sentinel's own checks say of them; of others nothing is known
   */
  public static History look(
      History history, List<ComponentHealth> components, Healing healing, Instant now) {
    History seen = history;
    for (ComponentHealth health : components) {
      Optional<Instant> last = lastTried(history, health.id());
      Recovery before = history.recovery(health.id()).orElseGet(() -> unseen(health.id(), now));
      if (last.isPresent() && isOpen(before, last.get())) {
        seen = seen.with(look(before, last.get(), isHealthy(health), healing.healthyFor(), now));
      }
    }
    return seen;
  }

  private static Optional<Instant> lastTried(History history, ComponentId target) {
    return history.attempts().stream()
        .filter(attempt -> attempt.target().equals(target))
        .map(Attempt::at)
        .max(Instant::compareTo);
  }

  /** Whether anything was tried since it began anew; else there is nothing to recover from. */
  private static boolean isOpen(Recovery recovery, Instant last) {
    return recovery.anew().map(anew -> !last.isBefore(anew)).orElse(true);
  }

  private static Recovery unseen(ComponentId target, Instant now) {
    return new Recovery(target, null, null, now);
  }

  private static boolean isHealthy(ComponentHealth health) {
    return health.checked() && health.status() == Status.OK;
  }

  private static Recovery look(
      Recovery before, Instant lastTried, boolean healthy, Duration healthyFor, Instant now) {
    ComponentId target = before.target();
    Instant anew = before.anew().orElse(null);
    if (!healthy) {
      return new Recovery(target, anew, null, now);
    }
    boolean overlooked = Duration.between(before.seen(), now).compareTo(healthyFor) > 0;
    Instant since =
        before.healthySince().filter(known -> !overlooked && known.isAfter(lastTried)).orElse(now);
    boolean recovered = Duration.between(since, now).compareTo(healthyFor) >= 0;
    return new Recovery(target, recovered ? now : anew, since, now);
  }

  /** The same, set back by hand: cool-down, ladder and breaker of a component begin anew. */
  public static History reset(History history, ComponentId target, Instant now) {
    return history.with(new Recovery(target, now, null, now));
  }

  /** The same without what is so long ago that no guard rail asks for it any more. */
  public static History forget(History history, Healing healing, Instant now) {
    Duration kept =
        Stream.of(
                healing.limits().stream().map(ActionLimit::per),
                healing.targetLimits().stream().map(ActionLimit::per),
                healing.remedies().stream().flatMap(Memories::spans),
                Stream.of(LEAST_KEPT, healing.breakerReset()))
            .flatMap(spans -> spans)
            .max(Duration::compareTo)
            .orElse(LEAST_KEPT);
    List<Attempt> attempts =
        history.attempts().stream()
            .filter(each -> Duration.between(each.at(), now).compareTo(kept) < 0)
            .toList();
    Set<ComponentId> targets = new TreeSet<>();
    attempts.forEach(attempt -> targets.add(attempt.target()));
    return new History(
        attempts,
        history.recoveries().stream().filter(each -> targets.contains(each.target())).toList());
  }

  private static Stream<Duration> spans(Remedy remedy) {
    return Stream.concat(
        Stream.of(remedy.coolDown()), remedy.limits().stream().map(ActionLimit::per));
  }
}
