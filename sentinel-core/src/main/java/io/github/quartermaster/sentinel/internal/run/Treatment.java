package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Takes one step of a remedy, and looks what it did.
 *
 * @param decision what is done and why
 * @param ready the step
 * @param context what the action gets to know
 * @param watched the target and all that depends on it
 * @param before these, just before
 */
record Treatment(
    Decision decision,
    StepActions.Ready ready,
    ActionContext context,
    Set<ComponentId> watched,
    List<ComponentHealth> before) {
  /** The attempt, before it begins. */
  Attempt begun() {
    return new Attempt(
        decision.remedy(),
        decision.step(),
        decision.action(),
        decision.target(),
        decision.at(),
        null,
        decision.preview());
  }

  /**
   * Acts and verifies. Where the thread is interrupted, nobody sees the end, and the thread stays
   * interrupted.
   */
  Attempt carryOut(ActionCalls calls, Verification verification) {
    try {
      ActionContext fresh =
          new ActionContext(
              context.target(),
              context.remedy(),
              context.facts(),
              Deadline.in(ready.step().timeout()));
      String name = decision.action() + " on " + decision.target();
      ActionOutcome done = calls.run(ready.action(), fresh, ready.step().timeout(), name);
      return ready.onlyTells() ? told(done) : verified(done, verification);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return begun().ended(Outcome.UNKNOWN, "it was interrupted before anybody saw what it did");
    }
  }

  private Attempt told(ActionOutcome done) {
    return begun()
        .ended(done instanceof ActionOutcome.Done ? Outcome.TOLD : Outcome.FAILED, done.message());
  }

  /** What failed half-way may have broken something: that is looked at as well. */
  private Attempt verified(ActionOutcome done, Verification verification)
      throws InterruptedException {
    boolean failed = done instanceof ActionOutcome.Failed;
    Effect effect =
        verification.effect(
            decision.target(),
            watched,
            before,
            ready.step().settle(),
            failed ? Duration.ZERO : ready.step().within());
    Outcome outcome =
        failed && effect.outcome() != Outcome.WORSE ? Outcome.FAILED : effect.outcome();
    return begun().ended(outcome, done.message() + "; " + effect.message());
  }
}
