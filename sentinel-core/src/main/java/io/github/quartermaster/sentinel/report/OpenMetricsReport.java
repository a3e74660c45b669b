package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A check as metrics, in OpenMetrics 1.0 text that also Prometheus' older readers take. All are
 * gauges; a state is one series for each state there is, of which one is 1.
 */
public final class OpenMetricsReport {
  private static final int MOST_ROOTS = 10;

  /** The last line. */
  static final String END = "# EOF\n";

  private final StringBuilder text = new StringBuilder();
  private final Set<String> series = new HashSet<>();

  private OpenMetricsReport() {}

  /** The exposition, {@code # EOF} at its end. */
  public static String of(CheckResult result) {
    return families(result) + END;
  }

  /** All of it but its end, so that others can follow. */
  static String families(CheckResult result) {
    return new OpenMetricsReport().written(result);
  }

  private String written(CheckResult result) {
    host(result);
    components(result);
    causes(result);
    durations(result);
    measured(result);
    return text.toString();
  }

  private void host(CheckResult result) {
    family("sentinel_score", "", "The score of the sickest component, 0 healthy to 10000 down.");
    sample("sentinel_score", result.diagnosis().score().value());
    family("sentinel_gate_result", "", "Whether what waits behind the check may go on.");
    for (GateResult each : GateResult.values()) {
      sample("sentinel_gate_result", is(each, result.gateResult()), "result", word(each));
    }
    family(
        "sentinel_last_check_timestamp_seconds", "seconds", "When the check began, in Unix time.");
    sample("sentinel_last_check_timestamp_seconds", result.snapshot().at().toEpochMilli() / 1000.0);
    family("sentinel_check_duration_seconds", "seconds", "How long the whole check took.");
    sample("sentinel_check_duration_seconds", result.snapshot().took().toMillis() / 1000.0);
  }

  private void components(CheckResult result) {
    family(
        "sentinel_health_score",
        "",
        "The score of a component, 0 healthy to 10000 down, NaN where it is not known.");
    for (ComponentHealth component : result.components()) {
      Score score = component.score();
      sample(
          "sentinel_health_score",
          score == null ? Double.NaN : score.value(),
          "component",
          component.id().value(),
          "type",
          component.component().type());
    }
    family("sentinel_component_status", "", "The state of a component: 1 where it is this one.");
    for (ComponentHealth component : result.components()) {
      for (Status each : Status.values()) {
        sample(
            "sentinel_component_status",
            component.checked() ? is(each, component.status()) : 0,
            "component",
            component.id().value(),
            "status",
            word(each));
      }
    }
  }

  private void causes(CheckResult result) {
    family("sentinel_cause_share", "", "The part of the blame that a probable cause has, 0 to 1.");
    for (Cause cause : result.diagnosis().causes()) {
      sample("sentinel_cause_share", cause.share(), "cause", cause.component().value());
    }
    family(
        "sentinel_cause_root",
        "",
        "1 for each probable cause that is worth a page: no other one accounts for it.");
    for (Cause cause : RootCauses.of(result.diagnosis().causes(), MOST_ROOTS)) {
      sample(
          "sentinel_cause_root",
          1,
          "cause",
          cause.component().value(),
          "severity",
          word(RootCauses.severity(cause, result)));
    }
    family("sentinel_cause_explains", "", "The part of all trouble that a cause explains, 0 to 1.");
    for (Cause cause : result.diagnosis().causes()) {
      sample("sentinel_cause_explains", cause.explains(), "cause", cause.component().value());
    }
  }

  private void durations(CheckResult result) {
    family("sentinel_probe_duration_seconds", "seconds", "How long the probe of a check took.");
    for (Sample sample : result.snapshot().samples().stream().filter(s -> !s.outside()).toList()) {
      sample(
          "sentinel_probe_duration_seconds",
          sample.took().toMillis() / 1000.0,
          "check",
          sample.check(),
          "component",
          sample.reading().component().value());
    }
  }

  private void measured(CheckResult result) {
    family("sentinel_measured_value", "", "A measured value in the unit that its label names.");
    for (Sample sample : result.snapshot().samples()) {
      for (Metric metric : sample.reading().metrics()) {
        sample(
            "sentinel_measured_value",
            metric.value(),
            "check",
            sample.check(),
            "component",
            sample.reading().component().value(),
            "metric",
            metric.label(),
            "unit",
            metric.unit());
      }
    }
  }

  private void family(String name, String unit, String help) {
    text.append("# TYPE ").append(name).append(" gauge\n");
    if (!unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }

  /** A series is written once: a second one of the same name makes a scrape fail as a whole. */
  private void sample(String name, double value, String... labels) {
    StringBuilder id = new StringBuilder(name);
    for (int i = 0; i < labels.length; i += 2) {
      id.append(i == 0 ? '{' : ',');
      id.append(labels[i]).append("=\"").append(escaped(labels[i + 1])).append('"');
    }
    id.append(labels.length == 0 ? "" : "}");
    if (series.add(id.toString())) {
      text.append(id).append(' ').append(number(value)).append('\n');
    }
  }

  private static String escaped(String label) {
    return Printable.line(label).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static int is(Enum<?> one, Enum<?> other) {
    return one == other ? 1 : 0;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
