package io.github.quartermaster.sentinel.internal.read.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What monitors answer that are asked over HTTP. */
@Timeout(60)
class AskedMonitorsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-11-25T09:00:00Z");
  private static final AlertSourceFactory ALERTMANAGER = new AlertmanagerFactory();
  private static final AlertSourceFactory PROMETHEUS = new PrometheusAlertsFactory();
  private static final AlertSourceFactory ICINGA = new IcingaFactory();

  @Test
  void alertmanager_tells_what_fires_and_is_not_suppressed() throws Exception {
    String answer =
        """
        [{"fingerprint": "f1", "labels": {"alertname": "Down", "severity": "critical"},
          "annotations": {"summary": "it is down"}, "startsAt": "2026-11-25T09:00:00Z",
          "status": {"state": "active", "silencedBy": [], "inhibitedBy": []}},
         {"fingerprint": "f2", "labels": {"alertname": "Silenced", "severity": "critical"},
          "status": {"state": "suppressed", "silencedBy": ["x"]}},
         {"fingerprint": "f3", "labels": {"alertname": "Watchdog", "severity": "none"},
          "status": {"state": "active"}}]
        """;
    try (StubServer server = StubServer.answering(answer)) {
      List<AlertNotice> alerts =
          alerts(ALERTMANAGER, server, Map.of("filter", List.of("team=\"a b\"")));

      assertThat(alerts)
          .containsExactly(
              new AlertNotice(
                  "f1",
                  Map.of("alertname", "Down", "severity", "critical"),
                  Status.CRITICAL,
                  "Down, it is down",
                  EARLIER));
      assertThat(server.heard())
          .extracting(StubServer.Heard::path)
          .containsExactly("/api/v2/alerts?silenced=false&inhibited=false&filter=team%3D%22a+b%22");
    }
  }

  @Test
  void prometheus_tells_what_fires_and_not_what_pends() throws Exception {
    String answer =
        """
        {"status": "success", "data": {"alerts": [
          {"labels": {"alertname": "Full", "mount": "/var"}, "state": "firing",
           "annotations": {"description": "97 %"}, "activeAt": "2026-11-25T09:00:00Z",
           "value": "9.7e+01"},
          {"labels": {"alertname": "Soon"}, "state": "pending"}]}}
        """;
    try (StubServer server = StubServer.answering(answer)) {
      assertThat(alerts(PROMETHEUS, server, Map.of()))
          .containsExactly(
              new AlertNotice(
                  "{alertname=Full, mount=/var}",
                  Map.of("alertname", "Full", "mount", "/var"),
                  Status.WARNING,
                  "Full, 97 %",
                  EARLIER));
    }
  }

  @Test
  void prometheus_that_refuses_says_why() {
    try (StubServer server =
        StubServer.answering("{\"status\": \"error\", \"error\": \"not today\"}")) {
      assertThatThrownBy(() -> alerts(PROMETHEUS, server, Map.of()))
          .hasMessage("Prometheus refuses to tell: not today");
    }
  }

  @Test
  void icinga_tells_services_and_hosts_in_trouble() throws Exception {
    // the same answer to both questions: an object without host_name is a host
    String answer =
        """
        {"results": [{"name": "web1!db", "type": "Service", "attrs": {
          "name": "db", "host_name": "web1", "state": 2.0, "state_type": 1.0,
          "acknowledgement": 0.0, "downtime_depth": 0.0, "last_state_change": 1795330000.25,
          "last_check_result": {"output": "refused\\nand more"}}}]}
        """;
    try (StubServer server = StubServer.answering(answer)) {
      List<AlertNotice> alerts =
          alerts(ICINGA, server, Map.of("user", "sentinel", "password", new Secret("hidden")));

      assertThat(alerts)
          .contains(
              new AlertNotice(
                  "web1;db",
                  Map.of("host", "web1", "service", "db"),
                  Status.CRITICAL,
                  "refused",
                  Instant.ofEpochSecond(1795330000)));
      assertThat(server.heard())
          .allSatisfy(
              heard -> {
                assertThat(heard.authorization()).isEqualTo("Basic c2VudGluZWw6aGlkZGVu");
                assertThat(heard.accept()).isEqualTo("application/json");
              })
          .extracting(heard -> heard.path().replaceAll("&.*", ""))
          .containsExactly(
              "/v1/objects/hosts?filter=host.state%21%3D0",
              "/v1/objects/services?filter=service.state%21%3D0");
    }
  }

  @Test
  void icinga_problem_that_people_know_of_does_not_count() throws Exception {
    String answer =
        """
        {"results": [
          {"attrs": {"name": "a", "host_name": "h", "state": 2, "state_type": 0,
                     "last_check_result": {}}},
          {"attrs": {"name": "b", "host_name": "h", "state": 2, "acknowledgement": 1,
                     "last_check_result": {}}},
          {"attrs": {"name": "c", "host_name": "h", "state": 2, "downtime_depth": 1,
                     "last_check_result": {}}}]}
        """;
    try (StubServer server = StubServer.answering(answer)) {
      assertThat(alerts(ICINGA, server, Map.of())).isEmpty();
      assertThat(alerts(ICINGA, server, Map.of("only", "any", "skip-acknowledged", false)))
          .extracting(AlertNotice::key)
          .contains("h;a", "h;b");
    }
  }

  @Test
  void what_icinga_has_not_checked_yet_is_no_trouble() throws Exception {
    String answer =
        """
        {"results": [{"attrs": {"name": "web1", "host_name": "web1", "state": 1,
                                "state_type": 1, "last_check_result": null}}]}
        """;
    try (StubServer server = StubServer.answering(answer)) {
      assertThat(alerts(ICINGA, server, Map.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "[{}]", "", "{\"results\": 1"})
  void what_is_no_answer_of_theirs_is_refused(String answer) {
    try (StubServer server = StubServer.answering(answer)) {
      assertThatThrownBy(() -> alerts(ALERTMANAGER, server, Map.of()))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> alerts(PROMETHEUS, server, Map.of()))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> alerts(ICINGA, server, Map.of())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusal_is_told_with_its_status_and_without_the_password() {
    try (StubServer server = StubServer.answering("").andNow(401, "Unauthorized")) {
      assertThatThrownBy(
              () -> alerts(ICINGA, server, Map.of("user", "u", "password", new Secret("hidden"))))
          .hasMessage("Icinga refuses to tell: HTTP 401 with Unauthorized")
          .hasMessageNotContaining("hidden");
    }
  }

  @Test
  void silence_is_told_as_such() {
    try (StubServer server = StubServer.answering("").silent()) {
      Settings settings = settings(server, Map.of());
      assertThatThrownBy(
              () ->
                  ALERTMANAGER
                      .create(settings)
                      .alerts(new ProbeContext(NOW, Deadline.in(Duration.ofMillis(200)))))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("Alertmanager cannot be asked: 127.0.0.1:");
    }
  }

  @Test
  void user_without_a_password_is_a_mistake() {
    Settings settings = Settings.of(Map.of("url", "http://localhost", "user", "u"));

    assertThatThrownBy(() -> ICINGA.create(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user and password go together");
  }

  private static List<AlertNotice> alerts(
      AlertSourceFactory factory, StubServer server, Map<String, Object> set) throws Exception {
    return factory
        .create(settings(server, set))
        .alerts(new ProbeContext(NOW, Deadline.in(Duration.ofSeconds(30))));
  }

  private static Settings settings(StubServer server, Map<String, Object> set) {
    Settings settings = Settings.of(Map.of("url", server.url(), "only", "hard"));
    for (Map.Entry<String, Object> each : set.entrySet()) {
      settings = settings.with(each.getKey(), each.getValue());
    }
    return settings;
  }
}
