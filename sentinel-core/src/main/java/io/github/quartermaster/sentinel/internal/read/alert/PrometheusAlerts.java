package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.AlertNotice;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** The parts of an alert that Prometheus and Alertmanager write alike. */
final class PrometheusAlerts {
  private PrometheusAlerts() {}

  /**
   * An alert.
   *
   * @param json labels, annotations and the rest
   * @param severities how bad it is
   * @param since the name of the member that says when it began
   * @param otherwise when it began where that is not said
   * @throws IOException if it has no labels, which would mean everything and nothing
   */
  static AlertNotice notice(JsonValue json, Severities severities, String since, Instant otherwise)
      throws IOException {
    Map<String, String> labels =
        new TreeMap<>(json.member("labels").map(JsonValue::texts).orElse(Map.of()));
    if (labels.isEmpty()) {
      throw new IOException("an alert has no labels");
    }
    Map<String, String> annotations =
        json.member("annotations").map(JsonValue::texts).orElse(Map.of());
    return new AlertNotice(
        json.text("fingerprint").filter(text -> !text.isBlank()).orElse(labels.toString()),
        labels,
        severities.of(labels),
        message(labels, annotations),
        json.text(since).map(text -> moment(text, otherwise)).orElse(otherwise));
  }

  private static String message(Map<String, String> labels, Map<String, String> annotations) {
    String name = labels.getOrDefault("alertname", "an alert without a name");
    for (String each : new String[] {"summary", "description", "message"}) {
      String text = annotations.getOrDefault(each, "");
      if (!text.isBlank()) {
        return name + ", " + text;
      }
    }
    return name;
  }

  private static Instant moment(String text, Instant otherwise) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      // the alert holds, whenever it began
      return otherwise;
    }
  }
}
