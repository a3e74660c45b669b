package io.github.quartermaster.sentinel.internal.run.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One alert for each cause. */
@Timeout(60)
class AlertmanagerAlertsTest {
  private static final Instant LATER = TestBulletins.AT.plusSeconds(30);

  @Test
  void cause_is_an_alert_with_labels_that_stay_and_an_end_that_moves() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      ResultOutput output = output(server);

      output.tell(TestBulletins.critical(), TestBulletins.ample());
      output.tell(TestBulletins.of(Status.CRITICAL, LATER, "disk:/var"), TestBulletins.ample());

      assertThat(server.heard())
          .extracting(StubServer.Heard::path)
          .containsExactly("/api/v2/alerts", "/api/v2/alerts");
      assertThat(json(server, 0))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      [{"labels": {"alertname": "SentinelCause", "cause": "disk:/var",
                                   "host": "web1", "severity": "critical", "team": "shop"},
                        "annotations": {"summary": "disk:/var is full", "confidence": "medium",
                                        "explains": "database, shop"},
                        "startsAt": "2026-11-25T10:00:00.000005Z",
                        "endsAt": "2026-11-25T10:05:00.000005Z"}]
                      """));
      JsonNode second = json(server, 1).get(0);
      assertThat(second.get("labels")).isEqualTo(json(server, 0).get(0).get("labels"));
      assertThat(second.get("startsAt").asText()).isEqualTo("2026-11-25T10:00:00.000005Z");
      assertThat(second.get("endsAt").asText()).isEqualTo("2026-11-25T10:05:30.000005Z");
    }
  }

  @Test
  void cause_that_is_over_is_told_once_more_with_its_end() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      ResultOutput output = output(server);
      output.tell(TestBulletins.critical(), TestBulletins.ample());

      output.tell(TestBulletins.of(Status.OK, LATER), TestBulletins.ample());
      output.tell(TestBulletins.of(Status.OK, LATER), TestBulletins.ample());

      assertThat(server.heard()).as("what is well is not told again and again").hasSize(2);
      assertThat(json(server, 1)).hasSize(1);
      assertThat(json(server, 1).get(0).get("endsAt").asText())
          .isEqualTo("2026-11-25T10:00:30.000005Z");
    }
  }

  @Test
  void end_that_was_not_taken_is_told_again() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      ResultOutput output = output(server);
      output.tell(TestBulletins.critical(), TestBulletins.ample());
      server.andNow(503, "not ready");
      assertThatThrownBy(
              () -> output.tell(TestBulletins.of(Status.OK, LATER), TestBulletins.ample()))
          .isInstanceOf(IOException.class)
          .hasMessage("Alertmanager refuses what it is told: HTTP 503 with not ready");

      server.andNow(200, "");
      output.tell(TestBulletins.of(Status.OK, LATER.plusSeconds(30)), TestBulletins.ample());

      assertThat(json(server, 2).get(0).get("endsAt").asText())
          .isEqualTo("2026-11-25T10:01:00.000005Z");
    }
  }

  @Test
  void cause_that_gets_worse_is_another_alert_and_ends_the_first() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      ResultOutput output = output(server);
      Bulletin.RootCause warning = TestBulletins.cause("disk:/var", Status.WARNING);
      output.tell(
          new Bulletin("web1", TestBulletins.AT, Status.WARNING, "text", List.of(warning)),
          TestBulletins.ample());

      output.tell(TestBulletins.of(Status.CRITICAL, LATER, "disk:/var"), TestBulletins.ample());

      assertThat(json(server, 1)).hasSize(2);
      assertThat(json(server, 1))
          .anySatisfy(
              alert -> {
                assertThat(alert.get("labels").get("severity").asText()).isEqualTo("warning");
                assertThat(alert.get("endsAt").asText()).isEqualTo(LATER.toString());
              });
    }
  }

  @Test
  void two_causes_are_two_alerts() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      output(server)
          .tell(
              TestBulletins.of(Status.CRITICAL, TestBulletins.AT, "disk:/var", "memory"),
              TestBulletins.ample());

      assertThat(json(server, 0)).hasSize(2);
    }
  }

  @Test
  void label_that_prometheus_could_not_bear_or_that_is_ours_is_refused() {
    for (String name : List.of("a-b", "1a", "", "cause", "severity")) {
      Settings settings =
          Settings.of(
              Map.of(
                  "url",
                  "http://localhost",
                  "labels",
                  Map.of(name, "x"),
                  "valid-for",
                  Duration.ofMinutes(5)));

      assertThatThrownBy(() -> new AlertmanagerAlertsFactory().create(settings))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static JsonNode json(StubServer server, int question) throws IOException {
    return new ObjectMapper().readTree(server.heard().get(question).body());
  }

  private static ResultOutput output(StubServer server) {
    return new AlertmanagerAlertsFactory()
        .create(
            Settings.of(
                Map.of(
                    "url",
                    server.url(),
                    "labels",
                    Map.of("team", "shop"),
                    "valid-for",
                    Duration.ofMinutes(5))));
  }
}
