package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The guard rails that ask what was tried before. */
final class HistoryRails {
  private HistoryRails() {}

  static Optional<Objection> inFlight(Candidate candidate, Situation situation) {
    return situation
        .busy()
        .or(
            () ->
                situation.history().attempts().stream()
                    .filter(Attempt::isInFlight)
                    .map(each -> each.action() + " on " + each.target() + " has not ended yet")
                    .findFirst())
        .map(Objection::of);
  }

  static Optional<Objection> coolDown(Candidate candidate, Situation situation) {
    List<Attempt> counted = alike(candidate, candidate.tried().all(), situation);
    long unsuccessful = counted.stream().filter(Episode::isUnsuccessful).count();
    Duration wait = coolDown(candidate.remedy(), situation.healing(), unsuccessful);
    return Episode.last(counted)
        .map(last -> last.at().plus(wait))
        .filter(next -> situation.now().isBefore(next))
        .map(
            next ->
                new Objection(
                    "the last attempt was less than " + Spans.words(wait) + " ago: it cools down",
                    next));
  }

  /** Doubled by each attempt without success, but not beyond the time a breaker stays open. */
  static Duration coolDown(Remedy remedy, Healing healing, long unsuccessful) {
    Duration wait = remedy.coolDown();
    for (long i = 0; i < unsuccessful && wait.compareTo(healing.breakerReset()) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    Duration most =
        remedy.coolDown().compareTo(healing.breakerReset()) > 0
            ? remedy.coolDown()
            : healing.breakerReset();
    return wait.compareTo(most) > 0 ? most : wait;
  }

  static Optional<Objection> limit(Candidate candidate, Situation situation) {
    List<Attempt> all = alike(candidate, situation.history().attempts(), situation);
    if (situation.history().attempts().size() >= Memories.MOST) {
      return Optional.of(
          Objection.of("there were " + Memories.MOST + " attempts, as many as can be remembered"));
    }
    Remedy remedy = candidate.remedy();
    Predicate<Attempt> onTarget = each -> each.target().equals(candidate.target());
    Predicate<Attempt> alike =
        each ->
            each.remedy().equals(remedy.name())
                || (onTarget.test(each) && each.action().equals(candidate.action()));
    Healing healing = situation.healing();
    Instant now = situation.now();
    return Stream.of(
            full(remedy.limits(), all, alike, "of the remedy " + remedy.name(), now),
            full(healing.targetLimits(), all, onTarget, "on " + candidate.target(), now),
            full(healing.limits(), all, each -> true, "of all remedies", now))
        .flatMap(Optional::stream)
        // all of them must have room again
        .reduce(HistoryRails::later);
  }

  private static Optional<Objection> full(
      List<ActionLimit> limits,
      List<Attempt> attempts,
      Predicate<Attempt> counts,
      String of,
      Instant now) {
    List<Attempt> counted = attempts.stream().filter(counts).toList();
    return limits.stream()
        .flatMap(limit -> Window.objection(limit, counted, of, now).stream())
        .reduce(HistoryRails::later);
  }

  private static Objection later(Objection one, Objection other) {
    Instant first = one.next();
    Instant second = other.next();
    return first != null && second != null && second.isAfter(first) ? other : one;
  }

  /** Acting is counted apart from telling, so that neither uses up the other's attempts. */
  private static List<Attempt> alike(
      Candidate candidate, List<Attempt> attempts, Situation situation) {
    boolean tells = situation.onlyTells(candidate.action());
    return attempts.stream().filter(each -> situation.onlyTells(each.action()) == tells).toList();
  }

  static Optional<Objection> breaker(Candidate candidate, Situation situation) {
    return candidate.breaker().objection(situation.now());
  }

  static Optional<Objection> exhausted(Candidate candidate, Situation situation) {
    return candidate.ladder().isExhausted(candidate.remedy())
        ? Optional.of(
            new Objection(
                "all steps of the remedy " + candidate.remedy().name() + " were tried",
                candidate.ladder().anewAt()))
        : Optional.empty();
  }
}
