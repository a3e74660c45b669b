package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Situation;
import org.jspecify.annotations.Nullable;

/**
 * A step of a remedy whose turn it would be.
 *
 * @param cause what it is to be done about
 * @param remedy the remedy
 * @param step its rung, from 0; the last one where all were tried
 * @param tried since the component was last verified to be healthy
 * @param breaker of the component
 * @param ladder where the remedy stands
 * @param own the component by what Sentinel's own checks say of it, or null where none does
 */
record Candidate(
    Cause cause,
    Remedy remedy,
    int step,
    Episode tried,
    Breaker breaker,
    Ladder ladder,
    @Nullable ComponentHealth own) {
  static Candidate of(Cause cause, Remedy remedy, Situation situation) {
    Episode tried = Episode.of(cause.component(), situation);
    Breaker breaker = Breaker.of(tried, situation.healing().breakerReset());
    Ladder ladder = Ladder.of(remedy, tried, breaker, situation);
    ComponentHealth own =
        situation.components().stream()
            .filter(health -> health.id().equals(cause.component()))
            .findFirst()
            .map(OwnFindings::of)
            .orElse(null);
    int step = Math.min(ladder.step(), remedy.steps().size() - 1);
    return new Candidate(cause, remedy, step, tried, breaker, ladder, own);
  }

  ComponentId target() {
    return cause.component();
  }

  String action() {
    return remedy.steps().get(step).action();
  }
}
