package io.github.quartermaster.sentinel.internal.run.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells an Alertmanager by {@code POST /api/v2/alerts}. An alert is told anew in each round, which
 * moves its end; one that is over is told once more with an end that has come. Alerts are the same
 * where their labels are, so that these hold nothing that changes from round to round.
 */
final class AlertmanagerAlerts implements ResultOutput {
  static final Set<String> OWN_LABELS = Set.of("alertname", "cause", "host", "severity");

  private static final String NAME = "SentinelCause";
  private static final String PATH = "/api/v2/alerts";

  private final MonitorConnection connection;
  private final Map<String, String> labels;
  private final Duration validFor;
  // those that were told and are not over, by their labels
  private final Map<SortedMap<String, String>, Told> open = new HashMap<>();

  private record Told(Map<String, String> annotations, Instant since) {}

  AlertmanagerAlerts(MonitorConnection connection, Map<String, String> labels, Duration validFor) {
    this.connection = connection;
    this.labels = Map.copyOf(labels);
    this.validFor = validFor;
  }

  @Override
  public void tell(Bulletin bulletin, Deadline deadline) throws IOException, InterruptedException {
    Map<SortedMap<String, String>, Told> now = new HashMap<>();
    for (Bulletin.RootCause cause : bulletin.causes()) {
      SortedMap<String, String> own = labels(bulletin, cause);
      Told before = open.get(own);
      now.put(own, new Told(annotations(cause), before == null ? bulletin.at() : before.since()));
    }
    List<SortedMap<String, String>> over = new ArrayList<>(open.keySet());
    over.removeAll(now.keySet());
    if (now.isEmpty() && over.isEmpty()) {
      return;
    }
    connection.post(
        PATH,
        JsonText.of(
            json -> {
              json.writeStartArray();
              for (var each : now.entrySet()) {
                write(json, each.getKey(), each.getValue(), bulletin.at().plus(validFor));
              }
              for (SortedMap<String, String> each : over) {
                Told told = open.getOrDefault(each, new Told(Map.of(), bulletin.at()));
                write(json, each, told, bulletin.at());
              }
              json.writeEndArray();
            }),
        deadline);
    // only now: what was not taken is told again
    open.clear();
    open.putAll(now);
  }

  private static void write(
      JsonGenerator json, Map<String, String> labels, Told told, Instant endsAt)
      throws IOException {
    json.writeStartObject();
    members(json, "labels", labels);
    members(json, "annotations", told.annotations());
    json.writeStringField("startsAt", told.since().toString());
    json.writeStringField("endsAt", endsAt.toString());
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> each : values.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private SortedMap<String, String> labels(Bulletin bulletin, Bulletin.RootCause cause) {
    SortedMap<String, String> own = new TreeMap<>(labels);
    own.put("alertname", NAME);
    own.put("cause", cause.component().value());
    own.put("host", bulletin.host());
    own.put("severity", cause.severity() == Status.CRITICAL ? "critical" : "warning");
    return own;
  }

  private static SortedMap<String, String> annotations(Bulletin.RootCause cause) {
    SortedMap<String, String> annotations = new TreeMap<>();
    annotations.put("summary", cause.summary());
    annotations.put("confidence", cause.confidence().name().toLowerCase(Locale.ROOT));
    if (!cause.explains().isEmpty()) {
      annotations.put(
          "explains",
          cause.explains().stream().map(ComponentId::value).collect(Collectors.joining(", ")));
    }
    return annotations;
  }
}
