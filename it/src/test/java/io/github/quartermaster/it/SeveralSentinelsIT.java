package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Sentinels of two hosts, one Prometheus that scrapes them by the documented rules, one
 * Alertmanager: what they both suffer from is one page.
 */
class SeveralSentinelsIT {

  @Test
  void one_cause_that_two_hosts_suffer_from_is_one_page() throws Exception {
    Skipped.unless(
        Prometheus.isInstalled() && Alertmanager.isInstalled(),
        "several Sentinels under one Prometheus",
        "there is no prometheus, or no prometheus-alertmanager, to run");
    Path folder = Place.work("several");
    Path rules =
        Files.writeString(
            folder.resolve("sentinel.rules.yml"),
            Files.readString(Place.examples().resolve("monitoring/prometheus/sentinel.rules.yml"))
                // a test does not wait as long as people should
                .replace("for: 1m", "for: 1s"));
    try (WebhookReceiver people = new WebhookReceiver();
        Alertmanager alertmanager =
            Alertmanager.start(
                folder,
                """
                route:
                  receiver: people
                  group_by: [alertname, cause]
                  group_wait: 5s
                  group_interval: 5s
                  repeat_interval: 4h
                receivers: [{name: people, webhook_configs: [{url: "%s"}]}]
                """
                    .formatted(people.url()));
        InProcessDaemon one = daemon(folder.resolve("one"));
        InProcessDaemon other = daemon(folder.resolve("other"));
        Prometheus prometheus =
            Prometheus.start(
                folder,
                Prometheus.freePort(),
                """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: [%s]
                scrape_configs:
                  - {job_name: sentinel, authorization: {credentials_file: %s}, static_configs: [{targets: ["127.0.0.1:%d"]}]}
                  - {job_name: sentinel-2, authorization: {credentials_file: %s}, static_configs: [{targets: ["127.0.0.1:%d"]}]}
                alerting: {alertmanagers: [{static_configs: [{targets: ["%s"]}]}]}
                """
                    .formatted(
                        rules,
                        one.tokenFile(),
                        one.port(),
                        other.tokenFile(),
                        other.port(),
                        alertmanager.url().substring("http://".length())))) {
      Waiting.untilTrue(
          "both hosts' alerts are at Alertmanager",
          () ->
              alertmanager.alerts().contains("127.0.0.1:" + one.port())
                  && alertmanager.alerts().contains("127.0.0.1:" + other.port()));
      Waiting.untilTrue(
          "people are paged for both",
          () ->
              people.pages().stream()
                  .anyMatch(
                      page ->
                          page.contains(":" + one.port()) && page.contains(":" + other.port())));

      assertThat(people.pages())
          .as("no page for what only suffers from it, and none for each host")
          .allSatisfy(
              page ->
                  assertThat(page)
                      .contains(
                          "\"groupLabels\":{\"alertname\":\"SentinelCause\",\"cause\":\"database\"}"))
          .hasSizeLessThanOrEqualTo(2);
      assertThat(prometheus.url()).isNotEmpty();
    }
  }

  /** A host whose shop needs a database that is not there. */
  private static InProcessDaemon daemon(Path folder) throws Exception {
    Files.createDirectories(folder);
    return InProcessDaemon.start(
        folder,
        """
        sentinel: 1
        checks:
          shop: { type: file-age, path: %1$s/shop, requires: [database] }
          database: { type: file-age, path: %1$s/database }
        """
            .formatted(folder));
  }
}
