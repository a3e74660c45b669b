package io.github.quartermaster.sentinel.internal.run.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.process.Script;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes: scripts that stand for systemctl, service, start scripts and Tomcat's own. */
@Timeout(120)
class ServiceRestartTest {
  @TempDir Path temp;
  private Path bin;
  private Path scripts;
  private Path systemd;
  private Path log;

  @BeforeEach
  void make() throws IOException {
    temp = temp.toRealPath();
    bin = Files.createDirectory(temp.resolve("bin"));
    scripts = Files.createDirectory(temp.resolve("init.d"));
    systemd = temp.resolve("systemd");
    log = temp.resolve("log");
    Files.createSymbolicLink(bin.resolve("env"), Path.of("/usr/bin/env"));
  }

  @Test
  void unit_of_systemd_is_restarted_and_its_state_shown_before() throws Exception {
    systemctl("LoadState=loaded", "ActiveState=failed", "SubState=failed");

    assertThat(unit("nginx").preview(Contexts.plenty()))
        .isEqualTo(
            ActionPreview.of(
                "would restart nginx.service by " + bin + "/systemctl (now failed/failed)"));
    assertThat(log).doesNotExist();
    assertThat(unit("nginx.service").run(Contexts.plenty()))
        .isEqualTo(new ActionOutcome.Done("restart nginx.service by " + bin + "/systemctl: done"));
    assertThat(Files.readString(log)).isEqualTo("--no-ask-password restart nginx.service\n");
  }

  @Test
  void unit_that_systemd_does_not_know_or_start_is_an_objection() throws Exception {
    systemctl("LoadState=not-found", "ActiveState=inactive");
    assertThat(unit("ngnix").preview(Contexts.plenty()).objection())
        .isEqualTo("systemd knows no ngnix.service");

    systemctl("LoadState=masked", "ActiveState=inactive");
    assertThat(unit("nginx").preview(Contexts.plenty()).objection())
        .isEqualTo("nginx.service is masked, so that nobody starts it");
    assertThat(unit("nginx").run(Contexts.plenty())).isInstanceOf(ActionOutcome.Failed.class);
    assertThat(log).doesNotExist();
  }

  @Test
  void failure_says_what_systemctl_said() throws Exception {
    Files.createDirectory(systemd);
    Script.of(
        bin,
        "systemctl",
        "test \"$1\" = show && { echo LoadState=loaded; exit 0; }",
        "echo 'Job for nginx.service failed.' >&2",
        "exit 1");

    assertThat(unit("nginx").run(Contexts.plenty()))
        .isEqualTo(
            new ActionOutcome.Failed(
                "tried to restart nginx.service by "
                    + bin
                    + "/systemctl; it ended with 1: Job for nginx.service failed."));
  }

  @Test
  void restart_that_hangs_is_killed_before_the_deadline() throws Exception {
    Files.createDirectory(systemd);
    Script.of(
        bin,
        "systemctl",
        "test \"$1\" = show && { echo LoadState=loaded; exit 0; }",
        "echo $$ > " + temp + "/pid",
        "sleep 100");

    ActionOutcome outcome = unit("nginx").run(Contexts.in(Duration.ofSeconds(6)));

    assertThat(outcome.message()).contains("did not end within").contains("was killed");
    long pid = Long.parseLong(Files.readString(temp.resolve("pid")).strip());
    ProcessHandle.of(pid)
        .ifPresent(process -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
  }

  @Test
  void without_systemd_the_program_service_is_asked() throws Exception {
    Script.of(scripts, "nginx", "exit 7");
    Script.of(bin, "service", "echo \"$@\" > " + log);
    // there, but not what runs this machine
    Script.of(bin, "systemctl", "exit 1");

    assertThat(unit("nginx").preview(Contexts.plenty()))
        .isEqualTo(ActionPreview.of("would run " + bin + "/service nginx restart"));
    assertThat(unit("nginx").run(Contexts.plenty())).isInstanceOf(ActionOutcome.Done.class);
    assertThat(Files.readString(log)).isEqualTo("nginx restart\n");
  }

  @Test
  void start_script_runs_in_an_environment_that_is_not_ours() throws Exception {
    Script.of(scripts, "nginx", "echo \"$@\" > " + log, "/usr/bin/env >> " + log, "pwd >> " + log);

    assertThat(unit("nginx").run(Contexts.plenty()))
        .isEqualTo(new ActionOutcome.Done("run " + scripts + "/nginx restart: done"));
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).first().isEqualTo("restart");
    assertThat(lines).last().isEqualTo("/");
    assertThat(lines).contains("PATH=" + bin);
    String locale = System.getenv("LC_ALL");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("LC_ALL="))
        .isEqualTo(locale == null ? List.of() : List.of("LC_ALL=" + locale));
    assertThat(lines).noneMatch(line -> line.startsWith("SENTINEL_") || line.startsWith("MAVEN_"));
  }

  @Test
  void service_that_nothing_restarts_is_an_objection() throws Exception {
    assertThat(unit("nginx").preview(Contexts.plenty()).objection())
        .isEqualTo("neither systemd nor a start script of nginx is here");
    assertThat(unit("nginx").run(Contexts.plenty())).isInstanceOf(ActionOutcome.Failed.class);
  }

  @Test
  void tomcat_that_does_not_run_is_started() throws Exception {
    Path home = tomcat();
    Path pidFile = temp.resolve("tomcat.pid");

    assertThat(tomcat(home, pidFile).preview(Contexts.plenty()))
        .isEqualTo(
            ActionPreview.of(
                "would stop and start the Tomcat of "
                    + home
                    + " by "
                    + home
                    + "/bin/catalina.sh (now not running)"));
    assertThat(tomcat(home, pidFile).run(Contexts.plenty())).isInstanceOf(ActionOutcome.Done.class);
    assertThat(Files.readAllLines(log)).containsExactly("start " + pidFile + " " + home);
  }

  @Test
  void tomcat_that_runs_is_stopped_by_force_if_need_be_and_started() throws Exception {
    Path home = tomcat();
    Path pidFile = temp.resolve("tomcat.pid");
    Process tomcat = running("-Dcatalina.base=" + home, "org.apache.catalina.startup.Bootstrap");
    try {
      Files.writeString(pidFile, tomcat.pid() + "\n");

      assertThat(tomcat(home, pidFile).preview(Contexts.plenty()).text())
          .endsWith("(now runs as " + tomcat.pid() + ")");
      assertThat(tomcat(home, pidFile).run(Contexts.in(Duration.ofSeconds(60))))
          .isInstanceOf(ActionOutcome.Done.class);
      List<String> calls = Files.readAllLines(log);
      assertThat(calls).hasSize(2);
      assertThat(calls.get(0)).matches("stop \\d+ -force " + pidFile + " " + home);
      assertThat(calls.get(1)).isEqualTo("start " + pidFile + " " + home);
    } finally {
      tomcat.destroyForcibly();
    }
  }

  @Test
  void process_that_is_another_one_by_now_is_left_alone() throws Exception {
    Path home = tomcat();
    Path pidFile = temp.resolve("tomcat.pid");
    Process other = running("-Dcatalina.base=/elsewhere", "org.apache.catalina.startup.Bootstrap");
    Process stranger = running("something");
    try {
      for (Process process : List.of(other, stranger)) {
        Files.writeString(pidFile, process.pid() + "\n");

        assertThat(tomcat(home, pidFile).preview(Contexts.plenty()).objection())
            .isEqualTo(
                "the process "
                    + process.pid()
                    + " of "
                    + pidFile
                    + " is not the Tomcat of "
                    + home);
        assertThat(tomcat(home, pidFile).run(Contexts.plenty()))
            .isInstanceOf(ActionOutcome.Failed.class);
        assertThat(process.isAlive()).isTrue();
      }
      assertThat(log).doesNotExist();
    } finally {
      other.destroyForcibly();
      stranger.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-f",
        "--force",
        "../nginx",
        "/etc/init.d/x",
        "a b",
        "a;reboot",
        "a\nb",
        "$(x)",
        "a/b",
        "..",
        ".hidden",
        "a..b",
        "reboot",
        "reboot.target",
        "poweroff.target",
        "halt",
        "systemd-poweroff",
        "systemd-reboot.service",
        "emergency.target",
        "x.socket",
        "sda.swap",
        "é",
        "single"
      })
  void what_is_no_service_or_ends_the_machine_is_refused(String name) {
    assertThatThrownBy(() -> unit(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "nginx.service", "php8.2-fpm", "getty@tty1", "a_b", "tomcat9"})
  void names_of_services_are_taken(String name) {
    assertThat(ServiceName.of(name).unit()).endsWith(".service").doesNotContain(".service.service");
  }

  @Test
  void settings_that_contradict_each_other_are_refused() {
    assertThatThrownBy(() -> create(Map.of())).hasMessage("expected either unit or tomcat");
    assertThatThrownBy(() -> create(Map.of("unit", "x", "tomcat", temp)))
        .hasMessage("expected either unit or tomcat");
    assertThatThrownBy(() -> create(Map.of("tomcat", temp)))
        .hasMessageStartingWith("pid-file is missing");
    assertThatThrownBy(() -> create(Map.of("unit", "x", "pid-file", temp)))
        .hasMessage("base and pid-file are for tomcat, not for unit");
  }

  @Property
  void no_text_becomes_an_option_or_a_path(@ForAll String text) {
    try {
      String name = ServiceName.of(text).name();
      assertThat(name).matches("[A-Za-z0-9].*").doesNotContain("/", "..", " ", "\n");
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageNotContaining("\n");
    }
  }

  private void systemctl(String... state) throws IOException {
    Files.createDirectories(systemd);
    Script.of(
        bin,
        "systemctl",
        "if test \"$1\" = show; then echo '" + String.join("\n", state) + "'",
        "else echo \"$@\" >> " + log + "; fi");
  }

  private Path tomcat() throws IOException {
    Path home = Files.createDirectories(temp.resolve("tomcat"));
    Script.of(
        Files.createDirectories(home.resolve("bin")),
        "catalina.sh",
        "echo \"$@ $CATALINA_PID $CATALINA_BASE\" >> " + log);
    return home;
  }

  private Process running(String... arguments) throws IOException {
    Path script = Script.of(temp, "sleeper", "read line");
    return new ProcessBuilder(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(script.toString()),
                    java.util.stream.Stream.of(arguments))
                .toList())
        .start();
  }

  private Action unit(String name) {
    return create(Map.of("unit", name));
  }

  private Action tomcat(Path home, Path pidFile) {
    return create(Map.of("tomcat", home, "pid-file", pidFile));
  }

  private Action create(Map<String, Object> settings) {
    return new ServiceRestartFactory(
            new ServiceHost(new Programs(List.of(bin)), systemd, List.of(scripts)))
        .create(Settings.of(settings));
  }
}
