package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Reading;
import java.io.IOException;
import java.util.Optional;

/**
 * Asks a Tomcat for its root, and its manager for numbers. That the manager cannot be asked is no
 * trouble of the Tomcat, unless there are limits: then nobody knows whether they are kept.
 *
 * @param root whether it answers at all
 * @param status the manager's status page, where it may be asked
 * @param limits of the numbers
 */
record TomcatQuestion(PageQuestion root, Optional<HttpCall> status, TomcatStatus.Limits limits)
    implements WebQuestion {
  private static final int OK = 200;

  @Override
  public WebReport ask(ComponentId component, Deadline deadline, boolean closely)
      throws IOException, InterruptedException {
    WebReport report = root.ask(component, deadline, closely);
    if (status.isEmpty() || !(report instanceof WebReport.Answered answered)) {
      return report;
    }
    HttpOutcome outcome = root.caller().call(status.get(), code -> true, deadline);
    return new WebReport.Answered(numbers(answered.reading(), outcome));
  }

  private Reading numbers(Reading reading, HttpOutcome outcome) {
    if (outcome instanceof HttpOutcome.Failed failed) {
      return untold(reading, failed.fault().message());
    }
    if (!(outcome instanceof HttpOutcome.Answered answered)) {
      return untold(reading, "the status page does not end");
    }
    HttpAnswer answer = answered.answer();
    if (answer.status() != OK) {
      return untold(
          reading,
          "HTTP "
              + answer.status()
              + " from the status page; it takes the manager webapp and a user with the role"
              + " manager-status");
    }
    try {
      return TomcatStatus.parse(answer.body().bytes()).addTo(reading, limits);
    } catch (IOException e) {
      return untold(reading, "the status page cannot be read: " + e.getMessage());
    }
  }

  private Reading untold(Reading reading, String why) {
    return TomcatStatus.NONE.addTo(reading.evidence("manager", why), limits);
  }
}
