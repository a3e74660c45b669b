package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.FailingLayer;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Symptom;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A check for programs, as JSON that the schema {@code META-INF/quartermaster/sentinel-check-1}
 * beside this class describes: all members are always there in the same order, what is not known is
 * null, times are ISO-8601 in UTC, spans seconds, scores whole numbers.
 */
public final class JsonReport {
  /** The value of the member {@code schema}: the form and its version. */
  public static final String SCHEMA = "quartermaster.sentinel.check/1";

  private final JsonMembers json;

  private JsonReport(JsonMembers json) {
    this.json = json;
  }

  /** The document; ends with a line break. */
  public static String of(CheckResult result) {
    return JsonMembers.document(json -> write(json, result));
  }

  /** Writes a check as one object. */
  static void write(JsonMembers json, CheckResult result) throws IOException {
    new JsonReport(json).write(result);
  }

  private void write(CheckResult result) throws IOException {
    json.begin();
    json.text("schema", SCHEMA);
    json.text("host", result.snapshot().host());
    json.text("startedAt", result.snapshot().at().truncatedTo(ChronoUnit.MILLIS).toString());
    json.seconds("elapsedSeconds", result.snapshot().took());
    json.word("status", result.diagnosis().status());
    json.score("score", result.diagnosis().score());
    json.text("summary", Headline.sentence(result));
    gate(json, result);
    counts(Tally.of(result.components()));
    diagnosis(result);
    json.list("components", result.components(), this::component);
    json.list("dependencies", result.graph().dependencies(), this::dependency);
    json.list("problems", result.problems(), problem -> problem(json, problem));
    json.end();
  }

  static void gate(JsonMembers json, CheckResult result) throws IOException {
    Gate gate = result.gate();
    json.begin("gate");
    json.word("result", result.gateResult());
    json.flag("stops", result.gateResult().stops());
    json.score("failAt", gate.failAt());
    json.score("warnAt", gate.warnAt());
    json.flag("failOnUnknown", gate.failOnUnknown());
    json.end();
  }

  private void counts(Tally tally) throws IOException {
    json.begin("counts");
    json.number("components", tally.components());
    json.number("ok", tally.ok());
    json.number("warning", tally.warning());
    json.number("critical", tally.critical());
    json.number("unknown", tally.unknown());
    json.number("notChecked", tally.notChecked());
    json.end();
  }

  private void diagnosis(CheckResult result) throws IOException {
    Diagnosis diagnosis = result.diagnosis();
    json.begin("diagnosis");
    json.word("confidence", diagnosis.confidence());
    json.number("lead", diagnosis.lead());
    FailingLayer layer = diagnosis.layer();
    if (layer == null) {
      json.nothing("layer");
    } else {
      json.begin("layer");
      json.word("layer", layer.layer());
      json.text("component", layer.component().value());
      json.text("below", layer.below());
      json.end();
    }
    json.list("symptoms", diagnosis.symptoms(), this::symptom);
    json.list("causes", diagnosis.causes(), cause -> cause(cause, result));
    ids("notChecked", diagnosis.notChecked());
    json.end();
  }

  private void symptom(Symptom symptom) throws IOException {
    json.begin();
    json.text("component", symptom.component().value());
    json.word("status", symptom.status());
    json.score("score", symptom.score());
    json.text("message", symptom.message());
    json.end();
  }

  private void cause(Cause cause, CheckResult result) throws IOException {
    json.begin();
    json.text("component", cause.component().value());
    ids("aliases", cause.aliases());
    json.word("status", cause.status());
    json.score("score", cause.score());
    json.part("share", cause.share());
    json.part("explains", cause.explains());
    json.part("unexplained", cause.unexplained());
    ids("explained", Explained.by(cause, result));
    ComponentId below = cause.explainedBy();
    json.text("explainedBy", below == null ? null : below.value());
    json.list("paths", cause.paths(), path -> json.texts(path.stream().map(ComponentId::value)));
    json.text("message", cause.message());
    json.list("evidence", cause.evidence(), this::evidence);
    json.flag("verified", cause.verified());
    json.end();
  }

  private void component(ComponentHealth health) throws IOException {
    json.begin();
    json.text("id", health.id().value());
    json.text("check", health.component().check());
    json.text("type", health.component().type());
    ids("aliases", health.component().aliases());
    json.word("status", health.status());
    json.score("score", health.score());
    json.part("severity", health.severity().value());
    json.part("own", health.own().value());
    json.flag("checked", health.checked());
    json.flag("unknownCounts", health.unknownCounts());
    json.text("message", health.message());
    json.list("samples", health.samples(), this::sample);
    json.end();
  }

  private void sample(Sample sample) throws IOException {
    json.begin();
    json.text("check", sample.check());
    json.flag("outside", sample.outside());
    json.text("at", sample.at().truncatedTo(ChronoUnit.MILLIS).toString());
    json.seconds("elapsedSeconds", sample.took());
    json.text("message", sample.reading().message());
    json.word("layer", sample.reading().layer());
    json.list("metrics", sample.reading().metrics(), this::metric);
    json.list("evidence", sample.reading().evidence(), this::evidence);
    json.end();
  }

  private void metric(Metric metric) throws IOException {
    json.begin();
    json.text("label", metric.label());
    json.number("value", metric.value());
    json.text("unit", metric.unit());
    json.text("warning", metric.warning() == null ? null : metric.warning().toString());
    json.text("critical", metric.critical() == null ? null : metric.critical().toString());
    json.number("min", metric.min());
    json.number("max", metric.max());
    json.end();
  }

  private void evidence(Evidence evidence) throws IOException {
    json.begin();
    json.text("label", evidence.label());
    json.text("text", evidence.text());
    json.end();
  }

  private void dependency(Dependency dependency) throws IOException {
    json.begin();
    json.text("dependant", dependency.dependant().value());
    json.text("prerequisite", dependency.prerequisite().value());
    json.number("weight", dependency.weight());
    json.word("origin", dependency.origin());
    json.end();
  }

  static void problem(JsonMembers json, Problem problem) throws IOException {
    json.begin();
    json.text("code", problem.code().name());
    json.text("severity", problem.isError() ? "error" : "warning");
    json.text("message", problem.message());
    json.text("subject", problem.subject());
    json.text("remedy", problem.remedy());
    json.end();
  }

  private void ids(String name, List<ComponentId> ids) throws IOException {
    json.texts(name, ids.stream().map(ComponentId::value));
  }
}
