package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an Alertmanager has, by {@code GET /api/v2/alerts}. */
final class AlertmanagerSource implements AlertSource {
  private final MonitorAccess access;
  private final String path;
  private final Severities severities;

  AlertmanagerSource(MonitorAccess access, List<String> filters, Severities severities) {
    this.access = access;
    this.severities = severities;
    StringBuilder query = new StringBuilder("/api/v2/alerts?silenced=false&inhibited=false");
    for (String filter : filters) {
      query.append("&filter=").append(URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }
    this.path = query.toString();
  }

  @Override
  public List<AlertNotice> alerts(ProbeContext context) throws IOException, InterruptedException {
    JsonValue json = access.get(path, context.deadline());
    if (!(json instanceof JsonValue.JsonArray)) {
      throw new IOException("this is no answer of Alertmanager: it is no list of alerts");
    }
    List<AlertNotice> notices = new ArrayList<>();
    for (JsonValue alert : json.elements()) {
      AlertNotice notice =
          PrometheusAlerts.notice(alert, severities, "startsAt", context.startedAt());
      String state = alert.member("status").flatMap(each -> each.text("state")).orElse("");
      if (!state.equals("suppressed") && notice.status() != Status.OK) {
        notices.add(notice);
      }
    }
    return notices;
  }
}
