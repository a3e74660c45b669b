package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Situation;
import io.github.quartermaster.sentinel.model.Status;
import java.util.Optional;

/** The guard rails that ask how sure it is that the cause is the cause. */
final class CauseRails {
  /** With less of the blame, two thirds of all trouble has other causes. */
  static final double LEAST_SHARE = 0.3;

  private CauseRails() {}

  static Optional<Objection> confirmation(Candidate candidate, Situation situation) {
    int asked = situation.healing().confirm();
    return no(
        situation.rounds() < asked,
        candidate.target()
            + " was the first cause in "
            + situation.rounds()
            + " of "
            + asked
            + " rounds");
  }

  static Optional<Objection> confidence(Candidate candidate, Situation situation) {
    return no(
        situation.diagnosis().confidence() == Confidence.LOW,
        "the confidence of the ranking is low, and medium is asked for");
  }

  static Optional<Objection> share(Candidate candidate, Situation situation) {
    double share = candidate.cause().share();
    // not of 29.6 % that it is 30 %
    return no(
        share < LEAST_SHARE,
        candidate.target()
            + " has "
            + (int) Math.floor(share * 100)
            + " % of the blame, and "
            + (int) Math.round(LEAST_SHARE * 100)
            + " % are asked for");
  }

  static Optional<Objection> unverified(Candidate candidate, Situation situation) {
    ComponentHealth own = candidate.own();
    if (!candidate.cause().verified() || own == null || own.status() == Status.UNKNOWN) {
      return Optional.of(Objection.of("the state of " + candidate.target() + " is unknown"));
    }
    Score score = own.score();
    boolean found =
        own.isSick() && score != null && score.compareTo(candidate.remedy().from()) >= 0;
    return no(
        !found,
        "only other monitors say that "
            + candidate.target()
            + " is sick; Sentinel found: "
            + (own.message().isEmpty() ? own.status().toString() : own.message()));
  }

  private static Optional<Objection> no(boolean says, String reason) {
    return says ? Optional.of(Objection.of(reason)) : Optional.empty();
  }
}
