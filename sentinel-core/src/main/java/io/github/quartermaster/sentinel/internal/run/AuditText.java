package io.github.quartermaster.sentinel.internal.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Situation;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of the audit log: one JSON object each, all members of a kind of line always there. */
final class AuditText {
  private static final JsonFactory JSON = new JsonFactory();

  /** What is less probable than these has nothing to do with the decision. */
  private static final int CAUSES = 3;

  private AuditText() {}

  /**
   * A decision with what it rests on.
   *
   * @param rounds how many rounds it stands for: the log does not repeat itself
   */
  static String decision(Decision decision, Situation situation, String config, int rounds)
      throws IOException {
    return line(
        decision.at(),
        decision.acts() ? "acts" : "nothing done",
        json -> {
          text("target", decision.target().value(), json);
          text("remedy", decision.remedy(), json);
          json.writeNumberField("step", decision.step());
          text("action", decision.action(), json);
          text("guardRail", decision.guardRail().map(AuditText::word).orElse(null), json);
          text("reason", decision.reason(), json);
          text("preview", decision.preview(), json);
          text("nextAllowedAt", decision.nextAllowedAt().map(AuditText::time).orElse(null), json);
          json.writeNumberField("rounds", rounds);
          text("mode", word(situation.healing().mode()), json);
          text("confidence", word(situation.diagnosis().confidence()), json);
          json.writeArrayFieldStart("causes");
          for (Cause cause : first(situation.diagnosis().causes())) {
            write(cause, json);
          }
          json.writeEndArray();
          text("config", config, json);
        });
  }

  private static List<Cause> first(List<Cause> causes) {
    return causes.subList(0, Math.min(CAUSES, causes.size()));
  }

  private static void write(Cause cause, JsonGenerator json) throws IOException {
    json.writeStartObject();
    text("component", cause.component().value(), json);
    text("status", word(cause.status()), json);
    json.writeFieldName("score");
    Score score = cause.score();
    if (score == null) {
      json.writeNull();
    } else {
      json.writeNumber(score.value());
    }
    json.writeNumberField("share", Math.round(cause.share() * 10_000) / 10_000.0);
    text("message", cause.message(), json);
    json.writeEndObject();
  }

  /** An attempt that begins or ended. */
  static String attempt(Instant at, Attempt attempt) throws IOException {
    return line(
        at,
        attempt.isInFlight() ? "attempt begins" : "attempt ended",
        json -> {
          text("target", attempt.target().value(), json);
          text("remedy", attempt.remedy(), json);
          json.writeNumberField("step", attempt.step());
          text("action", attempt.action(), json);
          text("begun", time(attempt.at()), json);
          text("outcome", attempt.outcome().map(AuditText::word).orElse(null), json);
          text("message", attempt.message(), json);
        });
  }

  /** Something else that a reader has to know. */
  static String note(Instant at, String event, String message) throws IOException {
    return line(at, event, json -> text("message", message, json));
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Instant at, String event, Members members) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("at", time(at));
      json.writeStringField("event", event);
      members.write(json);
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void text(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(SafeText.of(value));
    }
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
