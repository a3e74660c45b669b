package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The steps of all remedies and the action of each, made once. */
final class StepActions {
  private final Map<String, List<Ready>> steps;

  private StepActions(Map<String, List<Ready>> steps) {
    this.steps = steps;
  }

  /**
   * A step that can be taken.
   *
   * @param step what the configuration says
   * @param action what does it
   * @param onlyTells whether it only tells somebody
   */
  record Ready(RemedyStep step, Action action, boolean onlyTells) {}

  /**
   * Makes all actions.
   *
   * @throws SentinelException if a type is not known or refuses its settings; says all that do
   */
  static StepActions of(Healing healing, Map<String, ActionFactory> factories) {
    Map<String, List<Ready>> steps = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Remedy remedy : healing.remedies()) {
      List<Ready> ready = new ArrayList<>();
      for (RemedyStep step : remedy.steps()) {
        ActionFactory factory = factories.get(step.action());
        if (factory == null) {
          problems.add(problem(remedy, step, "there is no such type of action"));
          continue;
        }
        try {
          ready.add(new Ready(step, factory.create(step.settings()), factory.onlyTells()));
        } catch (RuntimeException | LinkageError e) {
          problems.add(
              problem(remedy, step, e.getMessage() == null ? e.toString() : e.getMessage()));
        }
      }
      steps.put(remedy.name(), ready);
    }
    if (!problems.isEmpty()) {
      throw new SentinelException(problems);
    }
    return new StepActions(steps);
  }

  private static Problem problem(Remedy remedy, RemedyStep step, String why) {
    return Problem.error(
        ProblemCode.CONFIG_INVALID,
        remedy.name(),
        "tried to make the action "
            + step.action()
            + " of the remedy "
            + remedy.name()
            + "; "
            + why,
        "Correct its settings, or add the jar that brings it");
  }

  /** The step that a decision is about. */
  Ready of(Decision decision) {
    return Objects.requireNonNull(steps.get(decision.remedy())).get(decision.step());
  }
}
