package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Nagios knows reaches Sentinel, and what Sentinel finds reaches Nagios. */
class NagiosBothWaysIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String DUMMY = "/usr/lib/nagios/plugins/check_dummy";

  @BeforeEach
  void needs_nagios_and_its_plugins() {
    Skipped.unless(
        Nagios.isInstalled(), "alerts of Nagios and results for it", "there is no nagios4 to run");
    Skipped.unless(
        Files.isExecutable(Path.of(DUMMY)),
        "alerts of Nagios and results for it",
        "there is no " + DUMMY);
  }

  @Test
  void problem_that_nagios_has_confirmed_raises_the_score_and_its_death_is_told()
      throws IOException {
    Path folder = Place.work("nagios-in");
    CheckResult told;
    CheckResult down;
    Path config = folder.resolve("sentinel.yaml");
    try (Nagios nagios = Nagios.running(folder, active("PostgreSQL", "2 refused"))) {
      nagios.service("PostgreSQL", checked("2"), PATIENCE);
      Files.writeString(
          config,
          """
          sentinel: 1
          checks: { database: { type: file-age, path: %s } }
          sources:
            nagios:
              type: nagios-status
              file: %s
              map: { match: { host: local, service: PostgreSQL }, component: database }
          """
              .formatted(folder.resolve("objects.cfg"), nagios.statusFile()));
      told = check(config);
    }
    down = check(config);

    ComponentHealth database = told.component(new ComponentId("database")).orElseThrow();
    assertThat(database.status()).isEqualTo(Status.CRITICAL);
    assertThat(database.message()).startsWith("nagios says CRITICAL, CRITICAL: refused, since ");
    assertThat(database.samples()).extracting(Sample::outside).containsExactly(false, true);
    assertThat(down.component(new ComponentId("database")).orElseThrow().status())
        .isEqualTo(Status.OK);
    assertThat(down.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.SOURCE_UNAVAILABLE);
              assertThat(problem.message()).contains("Nagios is down");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"nagios-spool", "nagios-pipe"})
  void verdict_arrives_as_a_passive_result_with_scores_and_reasons(String type) throws IOException {
    Path folder = Place.work(type);
    try (Nagios nagios = Nagios.running(folder, passive("no result yet", 3600))) {
      Waiting.untilTrue("Nagios has its pipe", () -> Files.exists(nagios.pipe()));
      Path config =
          Files.writeString(
              folder.resolve("sentinel.yaml"),
              """
              sentinel: 1
              checks:
                shop: { type: file-age, path: %1$s/no-shop, requires: [database] }
                database: { type: file-age, path: %1$s/no-database }
              outputs:
                nagios: { type: %2$s, host: local, %3$s: %4$s }
              """
                  .formatted(
                      folder,
                      type,
                      type.equals("nagios-spool") ? "folder" : "file",
                      type.equals("nagios-spool") ? nagios.spool() : nagios.pipe()));

      try (Sentinel sentinel = Sentinel.builder().config(config).build()) {
        assertThat(sentinel.tell(sentinel.check(CheckRequest.ALL)).problems())
            .extracting(Problem::message)
            .isEmpty();
      }

      assertThat(nagios.service("sentinel", checked("2"), PATIENCE))
          .hasEntrySatisfying(
              "plugin_output",
              output -> assertThat(output).startsWith("SENTINEL CRITICAL - database"))
          .hasEntrySatisfying(
              "performance_data", data -> assertThat(data).startsWith("score=").contains("shop="))
          .hasEntrySatisfying(
              "long_plugin_output",
              reasons -> assertThat(reasons).startsWith("1. database").contains("\\n"));
    }
  }

  @Test
  void silence_of_sentinel_is_noticed() throws IOException {
    Path folder = Place.work("nagios-silence");
    try (Nagios nagios =
        Nagios.running(folder, passive("Sentinel has told nothing for five minutes", 2))) {
      assertThat(nagios.service("sentinel", checked("3"), PATIENCE))
          .hasEntrySatisfying(
              "plugin_output", output -> assertThat(output).contains("has told nothing"));
    }
  }

  @Test
  void event_handler_makes_the_daemon_look_at_once() throws Exception {
    Skipped.unless(
        Command.exists("curl", "--version"), "event handlers of Nagios", "there is no curl");
    Path folder = Place.work("nagios-events");
    Path script = Place.examples().resolve("monitoring/nagios/sentinel-notify");
    String configuration =
        """
        sentinel: 1
        checks: { database: { type: file-age, path: %s, interval: 1h } }
        sources:
          nagios:
            type: nagios-hook
            map: { match: { host: local, service: PostgreSQL }, component: database }
        """
            .formatted(script);
    try (InProcessDaemon daemon = InProcessDaemon.start(folder, configuration)) {
      String handler =
          """
          define command {
            command_name sentinel-notify
            command_line /usr/bin/env SENTINEL_URL=http://127.0.0.1:%d/hooks/nagios SENTINEL_TOKEN_FILE=%s %s "$HOSTNAME$" "$SERVICEDESC$" "$SERVICESTATE$" "$SERVICESTATETYPE$" "$SERVICEATTEMPT$" "$SERVICEOUTPUT$"
          }
          """
              .formatted(daemon.port(), daemon.tokenFile(), script);
      try (Nagios nagios =
          Nagios.running(
              folder,
              handler
                  + active("PostgreSQL", "2 refused")
                      .replace(
                          "check_command       dummy",
                          "event_handler       sentinel-notify\n  check_command       dummy"))) {
        nagios.service("PostgreSQL", checked("2"), PATIENCE);

        Waiting.untilTrue(
            "the daemon says what Nagios told it",
            () -> daemon.report().contains("nagios says CRITICAL, CRITICAL: refused"));
      }
    }
  }

  private static CheckResult check(Path config) {
    try (Sentinel sentinel = Sentinel.builder().config(config).build()) {
      return sentinel.check(CheckRequest.ALL);
    }
  }

  private static Predicate<Map<String, String>> checked(String state) {
    return service ->
        "1".equals(service.get("has_been_checked")) && state.equals(service.get("current_state"));
  }

  private static String active(String name, String dummy) {
    String[] words = dummy.split(" ", 2);
    return """
    define command {
      command_name dummy
      command_line %s $ARG1$ $ARG2$
    }
    define service {
      host_name           local
      service_description %s
      check_command       dummy!%s!%s
      max_check_attempts  1
      check_interval      1
      retry_interval      1
      check_period        always
      notification_period always
      contacts            nobody
    }
    """
        .formatted(DUMMY, name, words[0], words[1]);
  }

  private static String passive(String silence, int threshold) {
    return """
    define command {
      command_name silent
      command_line %s 3 "%s"
    }
    define service {
      host_name              local
      service_description    sentinel
      check_command          silent
      active_checks_enabled  0
      passive_checks_enabled 1
      check_freshness        1
      freshness_threshold    %d
      max_check_attempts     1
      check_interval         1
      retry_interval         1
      check_period           always
      notification_period    always
      contacts               nobody
    }
    """
        .formatted(DUMMY, silence, threshold);
  }
}
