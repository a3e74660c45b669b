package io.github.quartermaster.sentinel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SentinelProgramTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({"0, 0, OK", "1, 1, WARNING", "2, 2, CRITICAL", "3, 3, UNKNOWN"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void exits_as_the_worst_of_its_checks(int plugin, int program, String word) throws IOException {
    Path config = config("queue", "exit " + plugin);

    assertThat(run("check", "-c", config.toString(), "-f", "nagios")).isEqualTo(program);
    assertThat(out.toString()).startsWith("SENTINEL " + word + " - ").contains("|score=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "JSON", "junit", "openmetrics", "html"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void prints_each_format_and_exits_alike(String format) throws IOException {
    Path config = config("queue", "exit 2");

    assertThat(run("check", "-c", config.toString(), "-f", format)).isEqualTo(2);
    assertThat(out.toString()).contains("queue");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_monitor_gets_a_first_line_whatever_fails() {
    CommandLine command = new CommandLine(new GraphCommand()).setOut(new PrintWriter(out, true));

    assertThatThrownBy(() -> Failures.tell(new IllegalStateException("one|two"), command, null))
        .hasMessage("one|two");
    assertThat(out.toString()).startsWith("SENTINEL UNKNOWN - ").contains("one two");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_gate_of_ones_own_decides() throws IOException {
    Path config = config("queue", "exit 2");

    assertThat(run("check", "-c", config.toString(), "--fail-at", "10000")).isEqualTo(1);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void unknown_states_may_be_ignored() throws IOException {
    Path config = config("queue", "exit 3");

    assertThat(run("check", "-c", config.toString(), "--ignore-unknown")).isZero();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void other_monitors_are_told_where_that_is_asked_for() throws IOException {
    Path spool = Files.createDirectory(folder.resolve("spool"));
    Path config = config("queue", "exit 1");
    Files.writeString(
        config,
        Files.readString(config)
            + "\noutputs: {nagios: {type: nagios-spool, folder: %s}, lost: {type: nagios-spool,"
                .formatted(spool)
            + " folder: /nowhere}}\n");

    assertThat(run("check", "-c", config.toString())).isEqualTo(1);
    assertThat(spool).isEmptyDirectory();

    assertThat(run("check", "-c", config.toString(), "--tell", "-f", "json")).isEqualTo(1);
    assertThat(spool).isDirectoryContaining("glob:**/c??????.ok");
    assertThat(out.toString()).contains("OUTPUT_FAILED").contains("there is no folder /nowhere");
  }

  @Test
  void a_mistake_in_the_configuration_is_unknown_and_said_in_the_first_line() throws IOException {
    Path config = folder.resolve("sentinel.yaml");
    Files.writeString(config, "sentinel: 1\nchecks: {web: {type: htpp}}\n");

    assertThat(run("check", "-c", config.toString(), "-f", "nagios")).isEqualTo(3);
    assertThat(out.toString())
        .startsWith("SENTINEL UNKNOWN - PROVIDER_UNKNOWN: ")
        .contains("sentinel.yaml:2:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fail-at=10001",
        "--fail-at=much",
        "--format=xml",
        "--no-such-option",
        "--wait=soon",
        "--wait=-3",
        "--wait=999d"
      })
  void a_mistake_in_the_command_line_is_unknown(String option) {
    assertThat(run("check", option)).isEqualTo(3);
    assertThat(err.toString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "90", "90s", "5m", "1h", "2d"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_time_to_wait_has_a_unit_or_is_one_of_seconds(String time) throws IOException {
    Path config = config("queue", "exit 0");

    assertThat(run("check", "-c", config.toString(), "--wait", time)).isZero();
  }

  @Test
  void lists_what_can_be_checked() {
    assertThat(run("providers")).isZero();
    assertThat(out.toString()).contains("disk", "Space and inodes");
  }

  @Test
  void lists_what_can_be_set_for_a_type() {
    assertThat(run("providers", "tcp")).isZero();
    assertThat(out.toString()).contains("port", "(must be written)", "(default: localhost)");
  }

  @Test
  void a_mistyped_type_is_told_with_those_that_there_are() {
    assertThat(run("providers", "dsk")).isEqualTo(3);
    assertThat(err.toString()).contains("There is no type 'dsk'", "disk");
  }

  @Test
  void lists_what_remedies_can_do_and_what_can_be_set_for_an_action() {
    assertThat(run("actions")).isZero();
    assertThat(out.toString()).contains("disk.clean", "Removes old files", "cannot be undone");
    assertThat(run("actions", "disk.clean")).isZero();
    assertThat(out.toString()).contains("older-than", "(must be written)");
    assertThat(run("actions", "disk.claen")).isEqualTo(3);
    assertThat(err.toString()).contains("There is no action 'disk.claen'", "disk.clean");
  }

  @Test
  void help_is_no_good_news_for_a_monitor() {
    assertThat(run("check", "--help")).isEqualTo(3);
    assertThat(out.toString()).contains("--fail-at", "--plugins");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void shows_which_component_needs_which() throws IOException {
    Path config = folder.resolve("sentinel.yaml");
    Files.writeString(
        config,
        """
        sentinel: 1
        checks:
          shop: {type: exec, command: ["/bin/true"], requires: [database]}
          database: {type: exec, command: ["/bin/true"]}
        """);

    assertThat(run("graph", "-c", config.toString(), "--dot")).isZero();
    assertThat(out.toString()).contains("digraph", "shop", "database");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void says_what_would_be_done_and_does_it_only_in_the_mode_that_acts() throws IOException {
    Path flag = Files.createFile(folder.resolve("flag"));
    String config = curable(flag).toString();
    String state = folder.resolve("state").toString();

    assertThat(run("heal", "-c", config, "--state", state)).isEqualTo(2);
    assertThat(out.toString()).contains("Would do    exec on service:", "Remedies    mode dry-run");
    assertThat(flag).exists();

    assertThat(run("heal", "-c", config, "--state", state, "--mode", "act")).isZero();
    assertThat(out.toString()).contains("Fixed       exec on service:");
    assertThat(flag).doesNotExist();
    assertThat(folder.resolve("state/audit.jsonl")).exists();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void component_that_was_mended_by_hand_can_be_reset() throws IOException {
    Path flag = Files.createFile(folder.resolve("flag"));
    String config = curable(flag).toString();
    String state = folder.resolve("state").toString();

    assertThat(run("reset", "service", "-c", config, "--state", state)).isZero();
    assertThat(out.toString()).contains("Nothing was tried on service that is remembered");

    run("heal", "-c", config, "--state", state, "--mode", "act");
    assertThat(run("reset", "service", "-c", config, "--state", state)).isZero();
    assertThat(out.toString()).contains("service was reset");
  }

  /** A service that is down as long as there is a file, and a remedy that removes it. */
  private Path curable(Path flag) throws IOException {
    return Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          service: {type: exec, command: [/bin/sh, -c, 'test ! -e "$0" || exit 2', "%1$s"]}
        limits: {confirm: 1}
        remedies:
          - when: {cause: service}
            steps: [{action: exec, command: [/bin/rm, "%1$s"], settle: 0s, within: 1s}]
            allow-irreversible: true
        """
            .formatted(flag));
  }

  private Path config(String check, String script) throws IOException {
    Path config = folder.resolve("sentinel.yaml");
    Files.writeString(
        config,
        """
        sentinel: 1
        checks:
          %s: {type: nagios, command: ["/bin/sh", "-c", "echo hello; %s"]}
        """
            .formatted(check, script));
    return config;
  }

  private int run(String... arguments) {
    return SentinelProgram.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
