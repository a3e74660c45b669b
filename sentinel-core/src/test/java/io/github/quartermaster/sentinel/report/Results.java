package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.FailingLayer;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What checks could have found out. */
final class Results {
  static final Instant AT = Instant.parse("2026-11-25T10:00:00.250Z");

  /** Everything that a stranger might put into a name, short of what a name may not hold. */
  static final String HOSTILE =
      "<script>alert('1')</script>|\"a\\b\"=& \u202Eevil\u202C \u2028 ]]> {{host}} \ud800 \uFFFF";

  private Results() {}

  /** A full disk that takes a database, an application and a web site down. */
  static CheckResult fullDisk() {
    List<ComponentHealth> components =
        List.of(
            measured("cpu", "cpu", Status.OK, 0, "12 % used", Metric.of("used", 12, "%")),
            measured("memory", "memory", Status.OK, 13, "", Metric.of("used", 61.25, "%")),
            health(
                Reading.of("disk:/var")
                    .message("97 % used (70/95)")
                    .metric(
                        Metric.of("used", 97, "%")
                            .thresholds(Range.atMost(70), Range.atMost(95))
                            .bounds(0, 100))
                    .metric(Metric.of("free", 3_221_225_472.0, "B"))
                    .evidence("largest folder", "/var/log/app 12 GiB"),
                "disk",
                Blame.OWN,
                Status.CRITICAL,
                3802),
            measured("net:gateway", "network", Status.OK, 0, "answers"),
            down("postgres", "process", "not running"),
            down("app", "tcp", "port 8080 of 127.0.0.1 refuses connections"),
            down("web:shop", "http", "HTTP 500"),
            health(
                Reading.unknown(new ComponentId("queue"), "timed out after 5 s"),
                "nagios",
                Blame.INHERITABLE,
                Status.UNKNOWN,
                null),
            notChecked("inodes:/boot", "disk", "counts no inodes"));
    List<Dependency> edges =
        List.of(
            edge("web:shop", "app", 1, Dependency.Origin.DECLARED),
            edge("app", "postgres", 1, Dependency.Origin.DECLARED),
            edge("postgres", "disk:/var", 1, Dependency.Origin.TAG),
            edge("postgres", "memory", 0.5, Dependency.Origin.BUILT_IN),
            edge("app", "cpu", 0.5, Dependency.Origin.BUILT_IN),
            edge("app", "memory", 0.5, Dependency.Origin.BUILT_IN),
            edge("web:shop", "net:gateway", 1, Dependency.Origin.PROVIDER),
            edge("queue", "disk:/var", 1, Dependency.Origin.DECLARED));
    Diagnosis diagnosis =
        new Diagnosis(
            Status.CRITICAL,
            Score.DOWN,
            List.of(new Symptom(id("web:shop"), Status.CRITICAL, Score.DOWN, "HTTP 500")),
            List.of(
                new Cause(
                    id("disk:/var"),
                    List.of(),
                    0.56,
                    0.94,
                    1,
                    List.of(path("web:shop", "app", "postgres", "disk:/var")),
                    null,
                    Status.CRITICAL,
                    new Score(3802),
                    "97 % used (70/95)",
                    List.of(new Evidence("largest folder", "/var/log/app 12 GiB")),
                    true),
                new Cause(
                    id("postgres"),
                    List.of(id("db")),
                    0.19,
                    0.73,
                    0.14,
                    List.of(path("web:shop", "app", "postgres")),
                    id("disk:/var"),
                    Status.CRITICAL,
                    Score.DOWN,
                    "not running",
                    List.of(),
                    true),
                new Cause(
                    id("queue"),
                    List.of(),
                    0.05,
                    0,
                    0.3,
                    List.of(path("queue")),
                    null,
                    Status.UNKNOWN,
                    null,
                    "timed out after 5 s",
                    List.of(),
                    false)),
            Confidence.MEDIUM,
            2.9,
            new FailingLayer(Layer.APPLICATION, id("web:shop"), "fine up to TRANSPORT"),
            List.of(id("queue"), id("inodes:/boot")));
    return result(components, edges, diagnosis, GateResult.FAILED, List.of());
  }

  static CheckResult healthy() {
    List<ComponentHealth> components =
        List.of(
            measured("cpu", "cpu", Status.OK, 0, "12 % used"),
            measured("disk:/", "disk", Status.OK, 245, "67 % used (70/95)"));
    return result(
        components,
        List.of(edge("cpu", "disk:/", 0.5, Dependency.Origin.TAG)),
        quiet(Status.OK, new Score(245)),
        GateResult.PASSED,
        List.of());
  }

  static CheckResult warned() {
    ComponentHealth disk = measured("disk:/", "disk", Status.WARNING, 794, "80 % used (70/95)");
    Diagnosis diagnosis =
        new Diagnosis(
            Status.WARNING,
            new Score(794),
            List.of(new Symptom(id("disk:/"), Status.WARNING, new Score(794), disk.message())),
            List.of(cause("disk:/", 1, new Score(794), Status.WARNING, disk.message())),
            Confidence.HIGH,
            Double.POSITIVE_INFINITY,
            null,
            List.of());
    return result(List.of(disk), List.of(), diagnosis, GateResult.WARNED, List.of());
  }

  static CheckResult unknown() {
    ComponentHealth swap =
        health(
            Reading.unknown(id("swap"), "/proc/swaps cannot be read"),
            "swap",
            Blame.OWN,
            Status.UNKNOWN,
            null);
    return result(
        List.of(measured("cpu", "cpu", Status.OK, 0, "12 % used"), swap),
        List.of(),
        new Diagnosis(
            Status.UNKNOWN,
            Score.HEALTHY,
            List.of(),
            List.of(),
            Confidence.LOW,
            1,
            null,
            List.of(id("swap"))),
        GateResult.FAILED_ON_UNKNOWN,
        List.of(
            Problem.warning(
                ProblemCode.DEPENDENCY_CYCLE, "a", "a and b need one another", "Cut one edge")));
  }

  static CheckResult empty() {
    return result(
        List.of(), List.of(), quiet(Status.OK, Score.HEALTHY), GateResult.PASSED, List.of());
  }

  /** Names and words that want to be markup, line breaks, separators. */
  static CheckResult hostile() {
    ComponentId one = id(HOSTILE);
    ComponentId other = id("it's 'a=b' | " + "long".repeat(40));
    Reading reading =
        Reading.of(one)
            .message("one\ntwo | three=4;5 <b>bold</b> \u0007\u001b[31m")
            .metric(
                new Metric(
                    "a'b=c\n\"d\"\u0000", Double.NaN, "%\n", Range.atLeast(3), null, null, null))
            .metric(Metric.of("infinite \u202E", Double.POSITIVE_INFINITY, "<i>").bounds(0, 1e300))
            .evidence("<u>\n", "last line ]]> \u0000");
    List<ComponentHealth> components =
        List.of(
            health(reading, "type\n<x>", Blame.OWN, Status.CRITICAL, 5000),
            health(reading, "type", Blame.OWN, Status.CRITICAL, 5000),
            down(other.value(), "\u0001", "|"));
    Cause cause =
        new Cause(
            one,
            List.of(id("& alias")),
            0.9,
            1,
            1,
            List.of(List.of(other, one)),
            null,
            Status.CRITICAL,
            new Score(5000),
            "bad\n| \u0000<message>",
            List.of(new Evidence("<u>\n", "]]> \u0000")),
            true);
    Diagnosis diagnosis =
        new Diagnosis(
            Status.CRITICAL,
            Score.DOWN,
            List.of(new Symptom(other, Status.CRITICAL, Score.DOWN, "<a>\r\n|\u0085")),
            List.of(cause, cause),
            Confidence.LOW,
            1,
            new FailingLayer(Layer.TLS, other, "<\n>"),
            List.of(one));
    CheckResult result =
        result(
            List.of(components.get(0), components.get(2)),
            List.of(edge(other.value(), one.value(), 1, Dependency.Origin.TAG)),
            diagnosis,
            GateResult.FAILED,
            List.of(
                Problem.error(
                    ProblemCode.PROVIDER_UNUSABLE, "\u001b]0;x\u0007", "<a>\n|", "'\"\u0000")));
    Snapshot snapshot =
        new Snapshot(
            "host\n<b>|\u0000",
            AT,
            Duration.ofMillis(840),
            result.snapshot().components(),
            result.snapshot().samples());
    return new CheckResult(
        snapshot,
        result.components(),
        result.graph(),
        diagnosis,
        result.gate(),
        result.gateResult(),
        result.problems());
  }

  /** Many components, each of which needs the next ones. */
  static CheckResult large(int number) {
    List<ComponentHealth> components = new ArrayList<>();
    List<Dependency> edges = new ArrayList<>();
    List<Cause> causes = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String name = "service-%03d.example".formatted(i);
      boolean sick = i % 7 == 0;
      components.add(
          sick
              ? down(name, "http", "HTTP 503")
              : measured(name, "http", Status.OK, i % 300, "answers in 12 ms"));
      if (sick) {
        causes.add(cause(name, 7.0 / number, Score.DOWN, Status.CRITICAL, "HTTP 503"));
      }
      for (int j : new int[] {i * 2 + 1, i * 2 + 2, i + 40}) {
        if (j < number) {
          edges.add(edge(name, "service-%03d.example".formatted(j), 1, Dependency.Origin.DECLARED));
        }
      }
    }
    Diagnosis diagnosis =
        new Diagnosis(
            Status.CRITICAL,
            Score.DOWN,
            causes.stream()
                .map(c -> new Symptom(c.component(), c.status(), Score.DOWN, c.message()))
                .toList(),
            causes,
            Confidence.LOW,
            1,
            null,
            List.of());
    return result(components, edges, diagnosis, GateResult.FAILED, List.of());
  }

  static List<CheckResult> all() {
    return List.of(
        fullDisk(), healthy(), warned(), unknown(), empty(), hostile(), large(60), large(500));
  }

  /** The same, judged by another gate. */
  static CheckResult gated(CheckResult result, Gate gate, GateResult gateResult) {
    return new CheckResult(
        result.snapshot(),
        result.components(),
        result.graph(),
        result.diagnosis(),
        gate,
        gateResult,
        result.problems());
  }

  static CheckResult result(
      List<ComponentHealth> components,
      List<Dependency> edges,
      Diagnosis diagnosis,
      GateResult gateResult,
      List<Problem> problems) {
    Snapshot snapshot =
        new Snapshot(
            "host.example",
            AT,
            Duration.ofMillis(840),
            components.stream().map(ComponentHealth::component).toList(),
            components.stream().flatMap(component -> component.samples().stream()).toList());
    return new CheckResult(
        snapshot,
        components,
        DependencyGraph.of(components.stream().map(ComponentHealth::id).toList(), edges),
        diagnosis,
        Gate.DEFAULT,
        gateResult,
        problems);
  }

  static Dependency edge(String from, String to, double weight, Dependency.Origin origin) {
    return new Dependency(id(from), id(to), weight, origin);
  }

  static ComponentId id(String value) {
    return new ComponentId(value);
  }

  /** A chain of dependencies in which the last of the names is the cause. */
  static List<ComponentId> path(String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> id(names[i])).toList();
  }

  private static Diagnosis quiet(Status status, Score score) {
    return new Diagnosis(status, score, List.of(), List.of(), Confidence.LOW, 1, null, List.of());
  }

  private static Cause cause(
      String name, double share, Score score, Status status, String message) {
    return new Cause(
        id(name),
        List.of(),
        share,
        share,
        1,
        List.of(path(name)),
        null,
        status,
        score,
        message,
        List.of(),
        true);
  }

  static ComponentHealth measured(
      String name, String type, Status status, int score, String message, Metric... metrics) {
    Reading reading = Reading.of(name).message(message);
    for (Metric metric : metrics) {
      reading = reading.metric(metric);
    }
    return health(reading, type, Blame.OWN, status, score);
  }

  static ComponentHealth down(String name, String type, String message) {
    return health(
        Reading.down(id(name), message), type, Blame.INHERITABLE, Status.CRITICAL, 10_000);
  }

  private static ComponentHealth notChecked(String name, String type, String message) {
    ComponentHealth known =
        health(Reading.notChecked(id(name), message), type, Blame.OWN, Status.OK, null);
    return new ComponentHealth(
        known.component(),
        Status.OK,
        null,
        Severity.NONE,
        Severity.NONE,
        false,
        false,
        message,
        known.samples());
  }

  private static ComponentHealth health(
      Reading reading, String type, Blame blame, Status status, @Nullable Integer score) {
    Component component = Component.of(reading.component(), type, type, blame);
    Severity severity = score == null ? Severity.NONE : Severity.of(new Score(score));
    return new ComponentHealth(
        component,
        status,
        score == null ? null : new Score(score),
        severity,
        severity,
        true,
        status == Status.UNKNOWN,
        reading.message(),
        List.of(new Sample(type, reading, AT, Duration.ofMillis(12))));
  }
}
