package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.http.HttpQuestion;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import java.io.IOException;

/** Sends a request to a web server. */
final class HttpCall implements Action {
  private final HttpQuestion question;
  private final String description;
  private final WebCall call;

  HttpCall(HttpQuestion question, String description, WebCall call) {
    this.question = question;
    this.description = description;
    this.call = call;
  }

  @Override
  public ActionPreview preview(ActionContext context) {
    return ActionPreview.of("would send " + description);
  }

  @Override
  public ActionOutcome run(ActionContext context) throws IOException, InterruptedException {
    WebCall.Answer answer = call.send(question, context.deadline());
    String text = "sent " + description + ": " + answer.text();
    return answer.taken() ? new ActionOutcome.Done(text) : new ActionOutcome.Failed(text);
  }
}
