package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules of a Prometheus say, by {@code GET /api/v1/alerts}.
 *
 * @param access the way to it
 * @param severities how bad an alert is
 */
record PrometheusAlertsSource(MonitorAccess access, Severities severities) implements AlertSource {
  @Override
  public List<AlertNotice> alerts(ProbeContext context) throws IOException, InterruptedException {
    JsonValue json = access.get("/api/v1/alerts", context.deadline());
    if (!json.text("status").orElse("").equals("success")) {
      throw new IOException(
          "Prometheus refuses to tell: " + json.text("error").orElse("no reason is given"));
    }
    List<JsonValue> alerts =
        json.member("data")
            .flatMap(data -> data.member("alerts"))
            .map(JsonValue::elements)
            .orElse(List.of());
    List<AlertNotice> notices = new ArrayList<>();
    for (JsonValue alert : alerts) {
      AlertNotice notice =
          PrometheusAlerts.notice(alert, severities, "activeAt", context.startedAt());
      // those that pend have not lasted as long as their rule asks
      boolean fires = alert.text("state").orElse("").equals("firing");
      if (fires && notice.status() != Status.OK) {
        notices.add(notice);
      }
    }
    return notices;
  }
}
