package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Mode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What was decided and done, for programs, as JSON that the schema {@code
 * META-INF/quartermaster/sentinel-heal-1} beside this class describes. The check after it has a
 * report of its own, {@link JsonReport}.
 */
public final class HealJsonReport {
  /** The value of the member {@code schema}: the form and its version. */
  public static final String SCHEMA = "quartermaster.sentinel.heal/1";

  private final JsonMembers json;

  private HealJsonReport(JsonMembers json) {
    this.json = json;
  }

  /** The document; ends with a line break. */
  public static String of(HealResult result) {
    return JsonMembers.document(json -> new HealJsonReport(json).write(result));
  }

  private void write(HealResult result) throws IOException {
    json.begin();
    json.text("schema", SCHEMA);
    json.text("host", result.before().snapshot().host());
    json.text("startedAt", time(result.before().snapshot().at()));
    json.word("mode", result.mode());
    json.flag("changed", result.isChanged());
    json.word("statusBefore", result.before().diagnosis().status());
    json.score("scoreBefore", result.before().diagnosis().score());
    json.word("status", result.check().diagnosis().status());
    json.score("score", result.check().diagnosis().score());
    json.text("summary", Headline.sentence(result.check()));
    JsonReport.gate(json, result.check());
    json.list("plan", result.decisions(), decision -> decision(decision, result.mode()));
    json.list("attempts", result.attempts(), this::attempt);
    json.list("problems", result.problems(), problem -> JsonReport.problem(json, problem));
    json.end();
  }

  private void decision(Decision decision, Mode mode) throws IOException {
    json.begin();
    json.text("at", time(decision.at()));
    json.text("target", decision.target().value());
    json.text("remedy", decision.remedy().isEmpty() ? null : decision.remedy());
    json.number("step", decision.step());
    json.text("action", decision.action().isEmpty() ? null : decision.action());
    json.text("decision", word(decision, mode));
    json.word("guardRail", decision.guardRail().orElse(null));
    json.text("reason", decision.reason());
    json.text("preview", decision.preview().isEmpty() ? null : decision.preview());
    json.text("nextAllowedAt", decision.nextAllowedAt().map(HealJsonReport::time).orElse(null));
    json.end();
  }

  private static String word(Decision decision, Mode mode) {
    if (decision.acts()) {
      return "act";
    }
    boolean would =
        mode == Mode.DRY_RUN
            && !decision.remedy().isEmpty()
            && decision.guardRail().filter(GuardRail.MODE::equals).isPresent();
    return would ? "would-act" : "nothing";
  }

  private void attempt(Attempt attempt) throws IOException {
    json.begin();
    json.text("at", time(attempt.at()));
    json.text("target", attempt.target().value());
    json.text("remedy", attempt.remedy());
    json.number("step", attempt.step());
    json.text("action", attempt.action());
    json.word("outcome", attempt.outcome().orElse(null));
    json.text("message", attempt.message());
    json.end();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
