package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Reading;
import java.util.List;

/** What a person would look at in an answer. */
final class AnswerEvidence {
  private static final int BODY = 200;
  // those that tell who answered, and no cookie or token
  private static final List<String> HEADERS =
      List.of(
          "Server",
          "Via",
          "X-Powered-By",
          "Date",
          "Age",
          "X-Cache",
          "Content-Type",
          "Content-Length",
          "Content-Encoding",
          "Retry-After",
          "Connection");

  private AnswerEvidence() {}

  static Reading of(Reading reading, HttpAnswer answer) {
    Reading more = reading.evidence("answered by", WebAddress.shown(answer.uri()));
    for (String redirect : answer.redirects()) {
      more = more.evidence("redirected to", redirect);
    }
    for (String name : HEADERS) {
      for (String value : answer.headers().allValues(name)) {
        more = more.evidence("header", name + ": " + value);
      }
    }
    String body = answer.text().strip();
    return body.isEmpty() ? more : more.evidence("body", Texts.start(body, BODY));
  }
}
