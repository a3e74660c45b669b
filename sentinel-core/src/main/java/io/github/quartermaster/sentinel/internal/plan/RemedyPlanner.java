package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done about the probable causes. Only the first one is ever treated: the
 * others are either not what it is about, or show the trouble of the first.
 */
public final class RemedyPlanner {
  private static final String OBSERVES = "the mode is observe: it looks, and does nothing";
  private static final String DRY = "the mode is dry-run: this would be done now";

  private RemedyPlanner() {}

  /**
   * A decision for the first cause, and one for each further cause that there is a remedy for. At
   * most one of them acts, and it is the first. In a dry run none does; there the one that would is
   * stopped by {@link GuardRail#MODE} after every other guard rail has let it.
   */
  public static List<Decision> decide(Situation situation) {
    List<Cause> causes = situation.diagnosis().causes();
    if (causes.isEmpty()) {
      return List.of();
    }
    Cause first = causes.get(0);
    List<Decision> decisions = new ArrayList<>();
    decisions.add(first(first, situation));
    for (Cause other : causes.subList(1, causes.size())) {
      remedy(other, situation).ifPresent(it -> decisions.add(other(other, it, first, situation)));
    }
    return decisions;
  }

  private static Decision first(Cause cause, Situation situation) {
    Optional<Remedy> remedy = remedy(cause, situation);
    if (remedy.isEmpty()) {
      return isObserving(situation)
          ? none(cause, GuardRail.MODE, OBSERVES, situation)
          : none(cause, GuardRail.NO_REMEDY, withoutRemedy(cause, situation), situation);
    }
    Candidate candidate = Candidate.of(cause, remedy.get(), situation);
    if (isObserving(situation)) {
      return of(candidate, GuardRail.MODE, OBSERVES, null, situation);
    }
    Optional<GuardRails.Refusal> refusal = GuardRails.firstNo(candidate, situation);
    if (refusal.isPresent()) {
      Objection objection = refusal.get().objection();
      return of(candidate, refusal.get().rail(), objection.reason(), objection.next(), situation);
    }
    return situation.healing().mode() == Mode.ACT
        ? of(candidate, null, why(candidate), null, situation)
        : of(candidate, GuardRail.MODE, DRY, null, situation);
  }

  private static Decision other(Cause cause, Remedy remedy, Cause first, Situation situation) {
    Candidate candidate = Candidate.of(cause, remedy, situation);
    return isObserving(situation)
        ? of(candidate, GuardRail.MODE, OBSERVES, null, situation)
        : of(
            candidate,
            GuardRail.OTHER_CAUSE,
            first.component() + " is more probably the cause",
            null,
            situation);
  }

  private static boolean isObserving(Situation situation) {
    return situation.healing().mode() == Mode.OBSERVE;
  }

  /** The first of the configuration that is meant for the cause in its state. */
  private static Optional<Remedy> remedy(Cause cause, Situation situation) {
    Score score = cause.score();
    return situation.healing().remedies().stream()
        .filter(remedy -> isFor(remedy, cause))
        .filter(remedy -> score == null || score.compareTo(remedy.from()) >= 0)
        .findFirst();
  }

  private static boolean isFor(Remedy remedy, Cause cause) {
    return remedy.cause().equals(cause.component()) || cause.aliases().contains(remedy.cause());
  }

  private static String withoutRemedy(Cause cause, Situation situation) {
    return situation.healing().remedies().stream()
        .filter(remedy -> isFor(remedy, cause))
        .findFirst()
        .map(
            remedy ->
                "its remedy "
                    + remedy.name()
                    + " begins at the score "
                    + remedy.from()
                    + ", and the score is "
                    + cause.score())
        .orElse("there is no remedy for it");
  }

  /** Why it is done, in the words of what went before. */
  private static String why(Candidate candidate) {
    String is =
        candidate.target()
            + " is the cause with "
            + Math.round(candidate.cause().share() * 100)
            + " % of the blame";
    return Episode.last(candidate.tried().all())
        .filter(last -> candidate.step() > 0 || last.remedy().equals(candidate.remedy().name()))
        .flatMap(last -> last.outcome().map(outcome -> "; before, " + words(last, outcome)))
        .map(before -> is + before)
        .orElse(is);
  }

  private static String words(Attempt attempt, Attempt.Outcome outcome) {
    return attempt.action()
        + switch (outcome) {
          case FIXED -> " helped";
          case NO_EFFECT -> " had no effect";
          case WORSE -> " made things worse";
          case FAILED -> " failed";
          case UNKNOWN -> " ended unseen";
          case TOLD -> " was sent";
        };
  }

  private static Decision of(
      Candidate candidate,
      @Nullable GuardRail rail,
      String reason,
      @Nullable Instant next,
      Situation situation) {
    return new Decision(
        situation.now(),
        candidate.remedy().name(),
        candidate.step(),
        candidate.action(),
        candidate.target(),
        rail,
        reason,
        "",
        next);
  }

  private static Decision none(Cause cause, GuardRail rail, String reason, Situation situation) {
    return new Decision(situation.now(), "", 0, "", cause.component(), rail, reason, "", null);
  }
}
