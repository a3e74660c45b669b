package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.FailingLayer;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Symptom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A check as a page that needs nothing but itself: no script, nothing from the network, readable in
 * light and in dark, on a phone, on paper and by a screen reader.
 */
public final class HtmlReport {
  private static final int SYMPTOMS = 8;
  private static final int CAUSES = 8;

  private final CheckResult result;
  private final Map<ComponentId, String> links = new HashMap<>();

  private HtmlReport(CheckResult result) {
    this.result = result;
    for (ComponentHealth component : result.components()) {
      links.put(component.id(), "component-" + (links.size() + 1));
    }
  }

  /** The page, to be written in UTF-8. */
  public static String of(CheckResult result) {
    return page(values(result));
  }

  /** The page with these values. */
  static String page(Map<String, Object> values) {
    return Markup.of("check-report.mustache", values);
  }

  /** What the page says of a check; may be added to. */
  static Map<String, Object> values(CheckResult result) {
    return new HtmlReport(result).values();
  }

  private Map<String, Object> values() {
    Diagnosis diagnosis = result.diagnosis();
    List<Cause> causes = diagnosis.causes();
    List<Cause> first = Leading.of(causes, CAUSES);
    List<Cause> further = causes.subList(first.size(), causes.size());
    Mark mark = Mark.of(diagnosis.status());
    CheckGraph graph = new CheckGraph(result, links);
    Map<String, Object> page = new HashMap<>();
    page.put("title", Headline.of(result));
    page.put("host", result.snapshot().host());
    page.put("startedAt", Figures.time(result.snapshot().at()));
    page.put("took", Figures.span(result.snapshot().took()));
    page.put("style", mark.style());
    page.put("status", mark.word());
    page.put("sentence", Headline.sentence(result));
    page.put("score", diagnosis.score());
    page.put("gate", GateText.of(result));
    page.put("tally", Tally.of(result.components()));
    page.put("confidence", causes.isEmpty() ? "" : ConfidenceText.of(diagnosis));
    page.put("hasSymptoms", !diagnosis.symptoms().isEmpty());
    page.put("symptoms", list(diagnosis.symptoms().stream().limit(SYMPTOMS).toList(), this::page));
    page.put("moreSymptoms", moreThan(SYMPTOMS, diagnosis.symptoms().size()));
    page.put("layer", diagnosis.layer() == null ? false : page(diagnosis.layer()));
    page.put("hasCauses", !causes.isEmpty());
    page.put(
        "causes",
        IntStream.range(0, first.size()).mapToObj(i -> page(i + 1, first.get(i))).toList());
    page.put("hasFurtherCauses", !further.isEmpty());
    page.put("furtherCount", further.size());
    page.put("furtherCauses", list(further, cause -> page(0, cause)));
    GraphPicture.Picture picture = graph.picture();
    page.put("graph", picture.svg());
    page.put("graphWidth", picture.width());
    page.put("leftOut", graph.leftOut());
    page.put("hasPath", graph.hasPath());
    page.put(
        "components",
        list(result.components().stream().sorted(Badness.WORST_FIRST).toList(), this::page));
    page.put("hasProblems", !result.problems().isEmpty());
    page.put("problems", list(result.problems(), HtmlReport::page));
    return page;
  }

  private Map<String, Object> page(Symptom symptom) {
    Mark mark = Mark.of(symptom.status());
    return Map.of(
        "style", mark.style(),
        "status", mark.word(),
        "name", symptom.component().value(),
        "score", symptom.score(),
        "message", symptom.message());
  }

  private static Map<String, Object> page(FailingLayer failing) {
    return Map.of(
        "component", failing.component().value(),
        "below", failing.below(),
        "steps",
            list(
                Arrays.asList(Layer.values()),
                layer -> Map.of("name", layer.name(), "here", layer == failing.layer())));
  }

  private Map<String, Object> page(int rank, Cause cause) {
    Mark mark = Mark.of(cause.status());
    List<ComponentId> path = cause.paths().stream().findFirst().orElse(List.of());
    ComponentId below = cause.explainedBy();
    Map<String, Object> page = new HashMap<>();
    page.put("rank", rank);
    page.put("style", mark.style());
    page.put("status", mark.word());
    page.put("link", links.getOrDefault(cause.component(), "components"));
    page.put("name", cause.component().value());
    page.put("aliases", names(cause.aliases()));
    page.put("scoreWords", cause.score() == null ? "no score" : "score " + cause.score());
    page.put("message", cause.message());
    page.put("share", Figures.percent(cause.share()));
    page.put("shareWidth", width(cause.share()));
    page.put("explains", Figures.percent(cause.explains()));
    page.put("explainsWidth", width(cause.explains()));
    page.put("unexplained", Figures.percent(cause.unexplained()));
    page.put("hasPath", path.size() > 1);
    page.put("path", path.stream().map(ComponentId::value).toList());
    page.put("explained", names(Explained.by(cause, result)));
    page.put("explainedBy", below == null ? "" : below.value());
    page.put("unverified", !cause.verified());
    page.put("hasEvidence", !cause.evidence().isEmpty());
    page.put("evidence", list(cause.evidence(), HtmlReport::page));
    return page;
  }

  private Map<String, Object> page(ComponentHealth component) {
    Mark mark = Mark.of(component);
    List<String> metrics = Measured.of(component).toList();
    Map<String, Object> page = new HashMap<>();
    page.put("link", links.getOrDefault(component.id(), ""));
    page.put("style", mark.style());
    page.put("status", mark.word());
    page.put("name", component.id().value());
    page.put("type", component.component().type());
    page.put("check", component.component().check());
    page.put("score", score(component.score()));
    page.put("severity", width(component.severity().value()));
    page.put("message", component.message());
    page.put("hasMetrics", !metrics.isEmpty());
    page.put("metrics", metrics);
    page.put(
        "evidence",
        component.samples().stream()
            .flatMap(sample -> sample.reading().evidence().stream())
            .map(HtmlReport::page)
            .toList());
    page.put(
        "took",
        component.samples().stream()
            .map(Sample::took)
            .max(Comparator.naturalOrder())
            .map((Duration took) -> Figures.span(took))
            .orElse(""));
    return page;
  }

  private static Map<String, Object> page(Evidence evidence) {
    return Map.of("label", evidence.label(), "text", evidence.text());
  }

  private static Map<String, Object> page(Problem problem) {
    return Map.of(
        "style", problem.isError() ? "critical" : "warning",
        "severity", problem.isError() ? "error" : "warning",
        "code", problem.code(),
        "message", problem.message(),
        "remedy", problem.remedy());
  }

  private static <T> List<Map<String, Object>> list(
      List<T> values, Function<T, Map<String, Object>> page) {
    return values.stream().map(page).toList();
  }

  private static String names(List<ComponentId> ids) {
    return Figures.row(ids.stream().map(ComponentId::value).toList(), 12);
  }

  private static String score(@Nullable Score score) {
    return score == null ? "-" : score.toString();
  }

  private static String moreThan(int shown, int number) {
    return number > shown ? Integer.toString(number - shown) : "";
  }

  private static long width(double part) {
    return Math.round(100 * Math.max(0, Math.min(1, part)));
  }
}
