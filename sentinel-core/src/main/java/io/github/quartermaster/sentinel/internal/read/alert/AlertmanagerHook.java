package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.json.JsonReader;
import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Understands the webhook of Alertmanager, version 4 of its payload ({@code notify/webhook}).
 *
 * @param severities how bad an alert is
 * @param forgetAfter how long one holds of which nothing more is heard
 */
record AlertmanagerHook(Severities severities, Duration forgetAfter) implements AlertHook {
  private static final String VERSION = "4";

  @Override
  public HookMessage understand(byte[] body, Instant at) throws IOException {
    JsonValue json = new JsonReader().read(body);
    String version = json.text("version").orElse("");
    if (!version.equals(VERSION)) {
      throw new IOException(
          "this is no message of Alertmanager in version 4: "
              + (version.isEmpty() ? "it names no version" : "it names another version"));
    }
    List<AlertNotice> notices = new ArrayList<>();
    for (JsonValue alert : json.member("alerts").map(JsonValue::elements).orElse(List.of())) {
      notices.add(notice(alert, at));
    }
    return new HookMessage(notices, (long) json.number("truncatedAlerts").orElse(0));
  }

  private AlertNotice notice(JsonValue alert, Instant at) throws IOException {
    // that it is over is so since its end; its beginning is that of the earliest report of it
    return alert.text("status").orElse("").equals("resolved")
        ? PrometheusAlerts.notice(alert, severities, "endsAt", at).as(Status.OK)
        : PrometheusAlerts.notice(alert, severities, "startsAt", at);
  }
}
