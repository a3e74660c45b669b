package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.WatchReport;
import io.github.quartermaster.sentinel.model.Decision;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a watch knows, for programs, as JSON that the schema {@code
 * META-INF/quartermaster/sentinel-watch-1} describes; its member {@code check} is the document of
 * {@link JsonReport}.
 */
public final class WatchJson {
  /** The value of the member {@code schema}: the form and its version. */
  public static final String SCHEMA = "quartermaster.sentinel.watch/1";

  private final JsonMembers json;

  private WatchJson(JsonMembers json) {
    this.json = json;
  }

  /** The document; ends with a line break. */
  public static String of(WatchReport report) {
    return JsonMembers.document(json -> new WatchJson(json).write(report));
  }

  private void write(WatchReport report) throws IOException {
    json.begin();
    json.text("schema", SCHEMA);
    time("watchingSince", report.since());
    json.name("check");
    JsonReport.write(json, report.check());
    json.list("decisions", report.decisions(), this::decision);
    json.list("entries", report.entries(), this::entry);
    json.list("minutes", report.minutes(), this::minute);
    tally(report.tally());
    json.end();
  }

  private void decision(Decision decision) throws IOException {
    json.begin();
    time("at", decision.at());
    json.text("target", decision.target().value());
    json.text("remedy", orNothing(decision.remedy()));
    json.number("step", decision.step());
    json.text("action", orNothing(decision.action()));
    json.flag("acts", decision.acts());
    json.word("guardRail", decision.guardRail().orElse(null));
    json.text("reason", decision.reason());
    json.text("preview", orNothing(decision.preview()));
    json.text("nextAllowedAt", decision.nextAllowedAt().map(WatchJson::text).orElse(null));
    json.end();
  }

  private void entry(WatchReport.Entry entry) throws IOException {
    json.begin();
    time("at", entry.at());
    json.word("kind", entry.kind());
    json.word("status", entry.status());
    json.text("text", entry.text());
    json.end();
  }

  private void minute(WatchReport.Minute minute) throws IOException {
    json.begin();
    time("at", minute.at());
    json.word("status", minute.status());
    json.score("score", minute.score());
    json.text("cause", orNothing(minute.cause()));
    json.end();
  }

  private void tally(WatchReport.Tally tally) throws IOException {
    json.begin("tally");
    json.number("rounds", tally.rounds());
    json.number("gathers", tally.gathers());
    json.list(
        "attempts",
        sorted(
            tally.attempts(),
            Comparator.comparing(acted -> acted.action() + " " + acted.outcome())),
        each -> {
          json.begin();
          json.text("action", each.getKey().action());
          json.word("outcome", each.getKey().outcome());
          json.number("times", (long) each.getValue());
          json.end();
        });
    json.list(
        "suppressed",
        sorted(tally.stopped(), Comparator.naturalOrder()),
        each -> {
          json.begin();
          json.word("guardRail", each.getKey());
          json.number("times", (long) each.getValue());
          json.end();
        });
    json.end();
  }

  private static <K> List<Map.Entry<K, Long>> sorted(Map<K, Long> counts, Comparator<K> order) {
    return counts.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList();
  }

  private void time(String name, Instant at) throws IOException {
    json.text(name, text(at));
  }

  private static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static @Nullable String orNothing(String text) {
    return text.isEmpty() ? null : text;
  }
}
