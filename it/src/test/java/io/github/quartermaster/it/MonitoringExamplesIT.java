package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.Sentinel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file under examples/monitoring is right in the eyes of the tool that it is for. */
class MonitoringExamplesIT {
  private static final Path EXAMPLES = Place.examples().resolve("monitoring");
  private static final Pattern EXPRESSION = Pattern.compile("\"expr\": (\".*\")");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rules sentinel.rules.yml",
        "test rules sentinel.rules.test.yml",
        "check config --syntax-only prometheus.yml"
      })
  void prometheus_finds_its_configuration_and_its_rules_right(String arguments) {
    Skipped.unless(
        Command.exists("promtool", "--version"),
        "examples/monitoring/prometheus",
        "there is no promtool");

    runs(EXAMPLES.resolve("prometheus"), "promtool " + arguments);
  }

  @Test
  void alertmanager_finds_its_configuration_right_and_pages_people_once_for_each_cause() {
    Skipped.unless(
        Command.exists("amtool", "--version"),
        "examples/monitoring/alertmanager",
        "there is no amtool");
    Path folder = EXAMPLES.resolve("alertmanager");

    runs(folder, "amtool check-config alertmanager.yml");
    String routes = "amtool config routes test --config.file=alertmanager.yml ";
    assertThat(runs(folder, routes + "alertname=SentinelCause severity=critical cause=x"))
        .isEqualTo("people");
    assertThat(runs(folder, routes + "alertname=InstanceDown severity=critical"))
        .isEqualTo("sentinel,people");
    assertThat(runs(folder, routes + "alertname=InstanceDown severity=info")).isEqualTo("sentinel");
  }

  @Test
  void nagios_finds_its_objects_right() throws IOException {
    Skipped.unless(
        Nagios.isInstalled(), "examples/monitoring/nagios", "there is no nagios4 to run");
    Path folder = Place.work("nagios-example");

    Command.Outcome outcome =
        Nagios.validate(
            folder,
            Files.readString(EXAMPLES.resolve("nagios/sentinel.cfg"))
                .replace("web1", "local")
                .replace("24x7", "always"));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("Total Warnings: 0", "Total Errors:   0");
  }

  @Test
  void icinga_finds_its_objects_right() throws IOException {
    Skipped.unless(
        Icinga.isInstalled(), "examples/monitoring/icinga2", "there is no icinga2 to run");

    Command.Outcome outcome =
        Icinga.validate(
            Place.work("icinga-example"),
            Files.readString(EXAMPLES.resolve("icinga2/sentinel.conf")));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  @Test
  void sentinel_finds_its_configuration_right() {
    try (Sentinel sentinel = Sentinel.builder().config(EXAMPLES.resolve("sentinel.yaml")).build()) {
      assertThat(sentinel.graph().components()).isNotEmpty();
    }
  }

  @Test
  void queries_of_the_dashboard_are_queries() throws IOException {
    Skipped.unless(
        Command.exists("promtool", "--version"),
        "examples/monitoring/grafana",
        "there is no promtool");
    List<String> expressions =
        EXPRESSION
            .matcher(Files.readString(EXAMPLES.resolve("grafana/sentinel.json")))
            .results()
            .map(match -> match.group(1).replace("$instance", ".*"))
            .toList();
    StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
    for (int i = 0; i < expressions.size(); i++) {
      rules.append("      - {record: panel:").append(i).append(", expr: ");
      rules.append(expressions.get(i)).append("}\n");
    }
    Path folder = Place.work("grafana-example");
    Files.writeString(folder.resolve("dashboard.yml"), rules);

    assertThat(expressions).hasSizeGreaterThan(5);
    assertThat(runs(folder, "promtool check rules dashboard.yml"))
        .contains("SUCCESS: " + expressions.size() + " rules found");
  }

  private static String runs(Path folder, String commandLine) {
    Command.Outcome outcome =
        Command.of(commandLine.split(" ", -1)).in(folder).run(Duration.ofMinutes(1));
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome
        .output()
        .lines()
        // amtool prints one where a configuration is named, which is what it asks for
        .filter(line -> !line.startsWith("Warning: --config.file"))
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
