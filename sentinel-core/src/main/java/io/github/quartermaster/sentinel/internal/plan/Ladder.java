package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a remedy stands. The next step comes only after the one before was seen to have no effect,
 * or has told somebody; never after one that made things worse. Where the breaker keeps the steps
 * that act from being taken, the next one that tells somebody is.
 *
 * @param step whose turn it is, from 0; as many as there are where all were tried
 * @param anewAt when it begins anew though nothing got better, or null where nothing was tried
 */
record Ladder(int step, @Nullable Instant anewAt) {
  static Ladder of(Remedy remedy, Episode episode, Breaker breaker, Situation situation) {
    Duration reset = situation.healing().breakerReset();
    int step = 0;
    Instant anew = null;
    for (Attempt attempt : episode.all()) {
      if (!isOf(remedy, attempt)) {
        continue;
      }
      step = anew != null && !attempt.at().isBefore(anew) ? 0 : step;
      step = after(attempt, step);
      anew = attempt.at().plus(reset);
    }
    if (anew != null && !situation.now().isBefore(anew)) {
      step = 0;
    }
    return new Ladder(
        breaker.isOpen(situation.now()) ? tellingFrom(step, remedy, situation) : step, anew);
  }

  /** An attempt of a step that the configuration has since changed says nothing of the new one. */
  private static boolean isOf(Remedy remedy, Attempt attempt) {
    return attempt.remedy().equals(remedy.name())
        && attempt.step() < remedy.steps().size()
        && remedy.steps().get(attempt.step()).action().equals(attempt.action());
  }

  private static int after(Attempt attempt, int step) {
    Outcome outcome = attempt.outcome().orElse(Outcome.UNKNOWN);
    return switch (outcome) {
      case NO_EFFECT, TOLD -> attempt.step() + 1;
      case FIXED, FAILED, UNKNOWN, WORSE -> Math.max(step, attempt.step());
    };
  }

  private static int tellingFrom(int step, Remedy remedy, Situation situation) {
    for (int next = step; next < remedy.steps().size(); next++) {
      if (situation.onlyTells(remedy.steps().get(next).action())) {
        return next;
      }
    }
    return step;
  }

  boolean isExhausted(Remedy remedy) {
    return step >= remedy.steps().size();
  }
}
