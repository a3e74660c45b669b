package io.github.quartermaster.sentinel.testkit;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an action promises: calls that end in time, and answers that can be shown. */
final class ActionRules {
  private static final Duration HARDLY_ANY = Duration.ofMillis(20);
  private static final Map<String, String> FACTS =
      Map.of(
          "SENTINEL_HOST", "contract",
          "SENTINEL_COMPONENT", ActionContract.TARGET,
          "SENTINEL_STATUS", "CRITICAL",
          "SENTINEL_MESSAGE", "a \"quoted\" $(word) é",
          "SENTINEL_SUMMARY", "Sentinel tries out an action");

  private final Action action;
  private final Duration time;
  private final Duration grace;
  private final boolean runs;
  private final List<String> violations = new ArrayList<>();

  ActionRules(Action action, Duration time, Duration grace, boolean runs) {
    this.action = action;
    this.time = time;
    this.grace = grace;
    this.runs = runs;
  }

  List<String> violations() {
    Question<String> preview = context -> action.preview(context).text();
    hold("preview()", preview);
    if (runs && violations.isEmpty()) {
      hold("run()", context -> action.run(context).message());
    }
    return violations.stream().distinct().toList();
  }

  private interface Question<T> {
    T ask(ActionContext context) throws Exception;
  }

  private void hold(String what, Question<String> question) {
    answer(what, question)
        .filter(String::isBlank)
        .ifPresent(text -> violations.add(what + " said nothing that could be shown"));
    if (!TimedCall.of(() -> question.ask(context(HARDLY_ANY)), HARDLY_ANY.plus(grace), false)
        .ended()) {
      late(what, "its deadline");
    }
    // so far away that it is not the deadline that ends the call
    Duration far = time.plus(grace.multipliedBy(10));
    if (!TimedCall.of(() -> question.ask(context(far)), grace, true).ended()) {
      late(what, "it was interrupted");
    }
  }

  private Optional<String> answer(String what, Question<String> question) {
    TimedCall<String> call =
        TimedCall.of(() -> question.ask(context(time)), time.plus(grace), false);
    if (!call.ended()) {
      late(what, "its deadline");
      return Optional.empty();
    }
    Throwable failure = call.failure();
    if (failure instanceof NullPointerException || failure instanceof Error) {
      violations.add(what + " gave null, or threw an error: " + failure);
    } else if (failure != null
        && (failure.getMessage() == null || failure.getMessage().isBlank())) {
      violations.add(
          what + " threw a " + failure.getClass().getName() + " without the message that is shown");
    }
    return Optional.ofNullable(call.value());
  }

  private void late(String what, String after) {
    violations.add(what + " went on for " + grace.toMillis() + " ms after " + after);
  }

  private static ActionContext context(Duration time) {
    return new ActionContext(
        new ComponentId(ActionContract.TARGET), "contract", FACTS, Deadline.in(time));
  }
}
