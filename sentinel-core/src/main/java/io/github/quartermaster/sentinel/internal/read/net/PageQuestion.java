package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Reading;
import java.io.IOException;

/**
 * Asks for one page.
 *
 * @param caller who asks
 * @param call what is asked
 * @param expectation what has to be answered
 */
record PageQuestion(HttpCaller caller, HttpCall call, Expectation expectation)
    implements WebQuestion {

  @Override
  public WebReport ask(ComponentId component, Deadline deadline, boolean closely)
      throws IOException, InterruptedException {
    return report(
        caller.call(call, expectation.statuses()::contains, deadline),
        expectation,
        component,
        closely);
  }

  /** What an outcome means, held against what was expected. */
  static WebReport report(
      HttpOutcome outcome, Expectation expectation, ComponentId component, boolean closely) {
    if (outcome instanceof HttpOutcome.Failed failed) {
      return new WebReport.Failed(failed.fault());
    }
    if (outcome instanceof HttpOutcome.Unfinished unfinished) {
      HttpAnswer answer = unfinished.answer();
      return report(expectation.judgeUnfinished(component, answer), answer, closely);
    }
    HttpAnswer answer = ((HttpOutcome.Answered) outcome).answer();
    return report(expectation.judge(component, answer), answer, closely);
  }

  private static WebReport report(Reading reading, HttpAnswer answer, boolean closely) {
    return new WebReport.Answered(closely ? AnswerEvidence.of(reading, answer) : reading);
  }
}
