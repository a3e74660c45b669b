package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real Alertmanager knows reaches Sentinel, and what Sentinel finds reaches it. */
class AlertmanagerBothWaysIT {
  private static final String DOWN =
      "{\"labels\": {\"alertname\": \"ShopDown\", \"job\": \"shop\", \"severity\": \"critical\"},"
          + " \"annotations\": {\"summary\": \"nobody can buy\"}}";

  @BeforeEach
  void needs_alertmanager() {
    Skipped.unless(
        Alertmanager.isInstalled(),
        "alerts of Alertmanager and for it",
        "there is no prometheus-alertmanager to run");
  }

  @Test
  void alert_is_found_by_asking_and_a_silence_is_respected() throws Exception {
    Path folder = Place.work("alertmanager-asked");
    try (Alertmanager alertmanager = Alertmanager.start(folder);
        Sentinel sentinel =
            Sentinel.builder()
                .config(
                    config(
                        folder,
                        """
                        sources:
                          alertmanager:
                            type: alertmanager
                            url: %s
                            map: { match: { alertname: ShopDown }, component: shop }
                        """
                            .formatted(alertmanager.url())))
                .build()) {
      assertThat(shop(sentinel.check(CheckRequest.ALL))).isEqualTo(Status.OK);

      alertmanager.alert(DOWN);

      Waiting.untilTrue(
          "the alert is heard", () -> shop(sentinel.check(CheckRequest.ALL)) == Status.CRITICAL);

      Web.post(
          alertmanager.url() + "/api/v2/silences",
          """
          {"matchers": [{"name": "alertname", "value": "ShopDown", "isRegex": false}],
           "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2100-01-01T00:00:00Z",
           "createdBy": "a person", "comment": "at work"}
          """);

      Waiting.untilTrue(
          "the silence is heard", () -> shop(sentinel.check(CheckRequest.ALL)) == Status.OK);
    }
  }

  @Test
  void alert_that_is_sent_makes_the_daemon_look_at_once_and_its_end_is_heard() throws Exception {
    Path folder = Place.work("alertmanager-sends");
    String configuration =
        """
        sentinel: 1
        checks: { shop: { type: file-age, path: %s, interval: 1h } }
        sources:
          alertmanager:
            type: alertmanager-webhook
            map: { match: { alertname: ShopDown }, component: shop }
        """
            .formatted(Files.writeString(folder.resolve("shop"), ""));
    try (InProcessDaemon daemon = InProcessDaemon.start(folder, configuration);
        Alertmanager alertmanager =
            Alertmanager.start(
                folder,
                """
                route: {receiver: sentinel, group_wait: 1s, group_interval: 1s}
                receivers:
                  - name: sentinel
                    webhook_configs:
                      - url: http://127.0.0.1:%d/hooks/alertmanager
                        send_resolved: true
                        http_config: {authorization: {credentials_file: %s}}
                """
                    .formatted(daemon.port(), daemon.tokenFile()))) {
      alertmanager.alert(DOWN);

      Waiting.untilTrue(
          "the daemon says what it was told",
          () -> daemon.report().contains("alertmanager says CRITICAL, ShopDown, nobody can buy"));

      alertmanager.alert(DOWN.replaceFirst("}}$", "}, \"endsAt\": \"" + Instant.now() + "\"}"));

      Waiting.untilTrue("the daemon hears that it is over", () -> daemon.health().equals("OK"));
    }
  }

  @Test
  void root_cause_is_one_alert_and_ends_when_all_is_well() throws Exception {
    Path folder = Place.work("alertmanager-told");
    Path database = folder.resolve("database");
    try (Alertmanager alertmanager = Alertmanager.start(folder);
        Sentinel sentinel =
            Sentinel.builder()
                .config(
                    Files.writeString(
                        folder.resolve("sentinel.yaml"),
                        """
                        sentinel: 1
                        checks:
                          shop: { type: file-age, path: %1$s, requires: [database] }
                          database: { type: file-age, path: %1$s }
                        outputs:
                          people: { type: alertmanager, url: %2$s, labels: { team: shop } }
                        """
                            .formatted(database, alertmanager.url())))
                .build()) {
      assertThat(sentinel.tell(sentinel.check(CheckRequest.ALL)).problems()).isEmpty();

      String alerts =
          Waiting.until(
              "the alert is there",
              () -> java.util.Optional.of(alertmanager.alerts()).filter(a -> a.contains("cause")));
      assertThat(alerts)
          .containsOnlyOnce("\"alertname\":\"SentinelCause\"")
          .contains("\"cause\":\"database\"", "\"explains\":\"shop\"", "\"team\":\"shop\"");

      Files.writeString(database, "");
      assertThat(sentinel.tell(sentinel.check(CheckRequest.ALL)).problems()).isEmpty();

      Waiting.untilTrue("the alert is over", () -> alertmanager.alerts().equals("[]\n"));
    }
  }

  private static Path config(Path folder, String sections) throws Exception {
    Path file = Files.writeString(folder.resolve("shop"), "");
    return Files.writeString(
        folder.resolve("sentinel.yaml"),
        "sentinel: 1\nchecks: { shop: { type: file-age, path: %s } }\n".formatted(file) + sections);
  }

  private static Status shop(CheckResult result) {
    return result.component(new ComponentId("shop")).orElseThrow().status();
  }
}
