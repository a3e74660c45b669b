package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.Watch;
import io.github.quartermaster.sentinel.WatchReport;
import io.github.quartermaster.sentinel.internal.server.Answer;
import io.github.quartermaster.sentinel.internal.server.Question;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.report.LivePage;
import io.github.quartermaster.sentinel.report.WatchJson;
import io.github.quartermaster.sentinel.report.WatchMetrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the daemon answers: {@code /health}, {@code /report.json}, {@code /metrics}, the page, and
 * the hooks by which other monitors tell what they see. For several threads.
 */
final class Site implements Function<Question, Answer> {
  static final String HEALTH = "/health";

  /** Who need not show the token: it is told one word. */
  static final Set<String> OPEN = Set.of(HEALTH);

  private static final String HOOKS = "/hooks/";
  private static final String OPENMETRICS = "application/openmetrics-text";
  private static final Duration NEWS_AT_LEAST = Duration.ofMinutes(1);

  private final Supplier<Watch> watch;
  private final Hooks hooks;

  Site(Supplier<Watch> watch, Hooks hooks) {
    this.watch = watch;
    this.hooks = hooks;
  }

  @Override
  public Answer apply(Question question) {
    if (question.method().equals("POST")) {
      return question.path().startsWith(HOOKS)
          ? taken(question)
          : Answer.line(404, "Nothing is posted there.");
    }
    Optional<WatchReport> report = watch.get().newest();
    return switch (question.path()) {
      case HEALTH -> health(report);
      case "/report.json" ->
          report
              .map(known -> Answer.of("application/json", WatchJson.of(known)))
              .orElseGet(Site::notYet);
      case "/metrics" ->
          report.map(known -> metrics(known, question.accept())).orElseGet(Site::notYet);
      case "/" -> report.map(Site::page).orElseGet(Site::notYet);
      default ->
          Answer.line(404, "There are /, /health, /report.json, /metrics, and /hooks/ to post to.");
    };
  }

  /** A load balancer wants to know whether to go on sending; it gets no details. */
  private Answer health(Optional<WatchReport> report) {
    if (report.isEmpty()) {
      return Answer.line(503, "STARTING");
    }
    Duration silence = watch.get().sinceLastTurn();
    if (silence.compareTo(watch.get().shortestInterval().plus(NEWS_AT_LEAST)) > 0) {
      return Answer.line(503, "STUCK");
    }
    boolean bad = report.get().check().gateResult() == GateResult.FAILED;
    return Answer.line(bad ? 503 : 200, report.get().check().diagnosis().status().name());
  }

  private static Answer metrics(WatchReport report, String accept) {
    boolean open = accept.toLowerCase(Locale.ROOT).contains(OPENMETRICS);
    return open
        ? Answer.of(
            OPENMETRICS + "; version=1.0.0; charset=utf-8", WatchMetrics.openMetrics(report))
        : Answer.of("text/plain; version=0.0.4; charset=utf-8", WatchMetrics.classic(report));
  }

  private static Answer page(WatchReport report) {
    return Answer.of("text/html; charset=utf-8", LivePage.of(report))
        .with("Content-Security-Policy", LivePage.POLICY);
  }

  private static Answer notYet() {
    return Answer.line(503, "Nothing is judged yet; ask again in a few seconds.")
        .with("Retry-After", "5");
  }

  private Answer taken(Question question) {
    Hooks.Receipt receipt = hooks.take(question.path().substring(HOOKS.length()), question.body());
    if (receipt.news()) {
      watch.get().trigger();
    }
    return Answer.line(receipt.status(), receipt.text());
  }
}
