package io.github.quartermaster.sentinel.internal.run.action;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.quartermaster.sentinel.internal.http.HttpQuestion;
import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;

/**
 * Tells by a POST with JSON: {@code text} is what chats show, the rest is for programs.
 *
 * @param target where to; its path often is a secret
 * @param call sends it
 */
record WebhookTeller(WebTarget target, WebCall call) implements Teller {
  private static final String POST = "POST";

  @Override
  public String description() {
    return "webhook of " + target.server();
  }

  @Override
  public Optional<String> objection() {
    return Optional.empty();
  }

  @Override
  public Optional<String> tell(Notice notice, Deadline deadline)
      throws IOException, InterruptedException {
    WebCall.Answer answer =
        call.send(new HttpQuestion(target.uri(), POST, target.headers(), json(notice)), deadline);
    return answer.taken() ? Optional.empty() : Optional.of(answer.text());
  }

  static String json(Notice notice) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("text", notice.text());
      json.writeStringField("summary", notice.summary());
      json.writeObjectFieldStart("facts");
      for (Map.Entry<String, String> fact : notice.facts().entrySet()) {
        json.writeStringField(fact.getKey(), fact.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return description();
  }
}
