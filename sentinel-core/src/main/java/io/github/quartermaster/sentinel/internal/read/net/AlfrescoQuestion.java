package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;

/**
 * Asks a repository whether it is ready, and where it is not, whether it is alive: one that is
 * alive may become ready by itself, one that is not has to be started anew.
 *
 * @param caller who asks
 * @param ready the probe of readiness
 * @param live the probe of life
 * @param expectation of the first
 */
record AlfrescoQuestion(HttpCaller caller, HttpCall ready, HttpCall live, Expectation expectation)
    implements WebQuestion {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  @Override
  public WebReport ask(ComponentId component, Deadline deadline, boolean closely)
      throws IOException, InterruptedException {
    HttpOutcome outcome = caller.call(ready, code -> true, deadline);
    if (!(outcome instanceof HttpOutcome.Answered answered)) {
      return PageQuestion.report(outcome, expectation, component, closely);
    }
    int status = answered.answer().status();
    // what it says of itself is worth a look at once where it is not well
    WebReport report =
        PageQuestion.report(outcome, expectation, component, closely || status != OK);
    return switch (status) {
      case NOT_FOUND ->
          down(
              report,
              "there are no probes at "
                  + WebAddress.shown(ready.uri())
                  + " (HTTP 404): the webapp is not deployed there, did not start, or is older than"
                  + " 6.0");
      case UNAVAILABLE -> down(report, notReady(deadline));
      default -> report;
    };
  }

  private String notReady(Deadline deadline) throws IOException, InterruptedException {
    HttpOutcome outcome = caller.call(live, code -> true, deadline);
    if (outcome instanceof HttpOutcome.Answered answered) {
      int status = answered.answer().status();
      return status == OK
          ? "alive, but not ready to serve (HTTP 503): it starts, stops, or what it needs is slow"
          : "neither ready (HTTP 503) nor alive (HTTP " + status + "): it has to be started anew";
    }
    return "not ready to serve (HTTP 503), and its probe of life does not answer";
  }

  private static WebReport down(WebReport report, String message) {
    return report instanceof WebReport.Answered answered
        ? new WebReport.Answered(
            answered.reading().verdict(new Verdict.Given(Score.DOWN)).message(message))
        : report;
  }
}
