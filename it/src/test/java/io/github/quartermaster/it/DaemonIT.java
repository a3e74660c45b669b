package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The daemon as a process: started, reloaded, stopped, killed, asked. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DaemonIT {
  private static final Map<String, String> PLAIN = Map.of();

  @Test
  void goes_on_by_a_new_configuration_and_by_the_old_one_where_the_new_one_is_wrong()
      throws IOException {
    Path folder = folder("daemon-reload", "exit 0");
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("Watching, 1 check");
      daemon.says("SENTINEL OK: queue is healthy");

      configure(folder, "exit 2");
      daemon.says("Read the configuration anew, 1 check");
      daemon.says("SENTINEL CRITICAL: queue");

      Files.writeString(
          folder.resolve("sentinel.yaml"), "sentinel: 1\nchecks: {queue: {typ: x}}\n");
      daemon.says("cannot be used; going on by the old one");
      daemon.says("sentinel.yaml:2:");
      assertThat(daemon.get("/health").body()).isEqualTo("CRITICAL\n");

      configure(folder, "exit 0");
      daemon.signal("HUP");
      daemon.says("Read the configuration anew");
      daemon.says("SENTINEL OK");
    }
  }

  @Test
  void ends_when_it_is_told_to_and_leaves_its_place_to_another_one() throws IOException {
    Path folder = folder("daemon-end", "exit 0");
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("SENTINEL OK");

      daemon.signal("TERM");

      daemon.says("Stopping");
      assertThat(daemon.end()).isEqualTo(143);
    }
    try (RunningDaemon next = RunningDaemon.start(folder, PLAIN)) {
      next.says("SENTINEL OK");
    }
  }

  @Test
  void one_that_was_killed_is_in_nobody_s_way_and_one_that_runs_is() throws IOException {
    Path folder = folder("daemon-killed", "exit 0");
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("SENTINEL OK");
      daemon.signal("KILL");
      daemon.end();
    }
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("SENTINEL OK");

      try (RunningDaemon second = RunningDaemon.start(folder, PLAIN)) {
        assertThat(second.says("DAEMON_RUNNING"))
            .contains("another daemon uses it, pid " + daemon.pid() + " since ");
        assertThat(second.end()).isEqualTo(3);
      }
      assertThat(daemon.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void who_does_not_know_the_token_learns_one_word() throws IOException {
    Path folder = folder("daemon-token", "exit 0");
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("SENTINEL OK");

      for (String path : List.of("/", "/report.json", "/metrics", "/hooks/any", "/none")) {
        assertThat(daemon.get(path, "Bearer 0123456789abcdef").statusCode())
            .as(path)
            .isEqualTo(401);
      }
      assertThat(daemon.get("/health", "Bearer x").body()).isEqualTo("OK\n");
      assertThat(daemon.get("/report.json").body()).contains("queue");
    }
  }

  @Test
  void a_plugin_of_nagios_says_what_the_daemon_found_and_notices_when_it_is_gone()
      throws IOException {
    Path folder = folder("daemon-plugin", "exit 2");
    Path plugin = checkSentinel(folder);
    Path state = folder.resolve("state");
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("SENTINEL CRITICAL");

      Command.Outcome critical = run(plugin, "-s", state.toString());
      assertThat(critical.exitCode()).isEqualTo(2);
      assertThat(critical.output()).startsWith("SENTINEL CRITICAL - queue").contains("|score=");
    }
    Files.setLastModifiedTime(
        state.resolve("last.nagios"), FileTime.from(Instant.now().minusSeconds(400)));
    Command.Outcome old = run(plugin, "-s", state.toString());
    assertThat(old.exitCode()).isEqualTo(3);
    assertThat(old.output()).startsWith("SENTINEL UNKNOWN - the last result is 4");
    assertThat(run(plugin, "-s", state.toString(), "-a", "1000").exitCode()).isEqualTo(2);
    assertThat(run(plugin, "-s", folder.resolve("none").toString()).exitCode()).isEqualTo(3);
    assertThat(run(plugin, "-a", "soon").exitCode()).isEqualTo(3);
    Files.writeString(state.resolve("last.nagios"), "");
    assertThat(run(plugin, "-s", state.toString()).exitCode()).isEqualTo(3);
  }

  @Test
  void a_real_prometheus_scrapes_it() throws IOException {
    Skipped.unless(
        Prometheus.isInstalled(), "metrics of the daemon", "there is no prometheus to run");
    Path folder = folder("daemon-prometheus", "exit 2");
    try (RunningDaemon daemon = RunningDaemon.start(folder, PLAIN)) {
      daemon.says("SENTINEL CRITICAL");
      String configuration =
          """
          global: {scrape_interval: 1s, scrape_timeout: 1s}
          scrape_configs:
            - job_name: sentinel
              authorization: {credentials_file: "%s"}
              static_configs: [{targets: ["127.0.0.1:%d"]}]
          """
              .formatted(folder.resolve("state/token"), daemon.port());
      try (Prometheus prometheus =
          Prometheus.start(folder, RunningDaemon.freePort(), configuration)) {
        Path asked = Place.work("daemon-prometheus-asked");
        Files.writeString(
            asked.resolve("sentinel.yaml"),
            """
            sentinel: 1
            checks:
              up: {type: prometheus, url: "$", query: 'up{job="sentinel"}', crit: "1:"}
              score: {type: prometheus, url: "$", query: 'sentinel_health_score{component="queue"}', crit: "3162:"}
              rounds: {type: prometheus, url: "$", query: 'sentinel_rounds_total', crit: "1:"}
            """
                .replace("$", prometheus.url()));

        assertThat(
                SentinelProgram.run(asked, "check", "-c", "sentinel.yaml", "--wait", "60s")
                    .output())
            .contains("SENTINEL OK");
      }
    }
  }

  @Test
  void tells_systemd_that_it_is_ready_alive_reading_and_about_to_stop()
      throws IOException, InterruptedException {
    Skipped.unless(
        Command.exists("systemd-notify", "--version"),
        "messages to systemd",
        "there is no systemd-notify here");
    Skipped.unless(
        Command.exists("python3", "--version"),
        "messages to systemd",
        "there is no python3 to hear them");
    Path folder = folder("daemon-systemd", "exit 0");
    // short, as the path of a socket must be
    Path socket = Files.createTempDirectory("notify").resolve("socket");
    Process ear = ear(socket);
    try (RunningDaemon daemon =
        RunningDaemon.start(
            folder, Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "2000000"))) {
      List<String> heard = new ArrayList<>();
      try (var reader = ear.inputReader(StandardCharsets.UTF_8)) {
        hear(reader, "READY=1", heard);
        hear(reader, "WATCHDOG=1", heard);
        configure(folder, "exit 1");
        hear(reader, "RELOADING=1", heard);
        hear(reader, "READY=1", heard);
        daemon.signal("TERM");
        hear(reader, "STOPPING=1", heard);
      }
      assertThat(daemon.end()).isEqualTo(143);
    } finally {
      ear.destroyForcibly();
    }
  }

  @Test
  void unit_for_systemd_is_one() throws IOException {
    Skipped.unless(
        Command.exists("systemd-analyze", "--version"),
        "the unit for systemd",
        "there is no systemd-analyze here");
    Path folder = Place.work("daemon-unit");
    Path unit = extract("dist/sentinel.service", folder.resolve("sentinel.service"));
    // what is named there is on a user's machine, and not here
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(unit, Files.readString(unit).replace("/usr/bin/java", java));

    Command.Outcome verified =
        Command.of("systemd-analyze", "verify", unit.toString()).run(Duration.ofMinutes(1));

    assertThat(verified.output().lines().filter(line -> line.contains("sentinel.service")))
        .filteredOn(line -> !line.contains("User") && !line.contains("Group"))
        .isEmpty();
  }

  private static void hear(BufferedReader reader, String wanted, List<String> heard)
      throws IOException {
    while (true) {
      String line = reader.readLine();
      assertThat(line).as("waited for " + wanted + ", heard " + heard).isNotNull();
      heard.add(line);
      if (line.equals(wanted)) {
        return;
      }
    }
  }

  /** Prints what is sent to a datagram socket, which Java has none of; ends after two minutes. */
  private static Process ear(Path socket) throws IOException {
    Process process =
        new ProcessBuilder(
                "python3",
                "-u",
                "-c",
                """
                import socket, sys
                ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                ear.settimeout(120)
                ear.bind(sys.argv[1])
                while True:
                    print(ear.recv(4096).decode().strip(), flush=True)
                """,
                socket.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!Files.exists(socket)) {
      assertThat(process.isAlive() && System.nanoTime() < end).as("somebody listens").isTrue();
      Thread.onSpinWait();
    }
    return process;
  }

  private static Path checkSentinel(Path folder) throws IOException {
    Path plugin = extract("dist/check_sentinel", folder.resolve("check_sentinel"));
    assertThat(plugin.toFile().setExecutable(true)).isTrue();
    return plugin;
  }

  private static Path extract(String name, Path to) throws IOException {
    try (JarFile jar = new JarFile(Place.property("it.program"));
        var in = jar.getInputStream(jar.getEntry(name))) {
      Files.copy(in, to);
    }
    return to;
  }

  private static Command.Outcome run(Path plugin, String... arguments) {
    List<String> words = new ArrayList<>(List.of(plugin.toString()));
    words.addAll(List.of(arguments));
    return Command.of(words).run(Duration.ofSeconds(30));
  }

  private static Path folder(String name, String script) throws IOException {
    Path folder = Place.work(name);
    configure(folder, script);
    return folder;
  }

  private static void configure(Path folder, String script) throws IOException {
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        defaults: {interval: 2s, timeout: 1900ms}
        checks:
          queue: {type: nagios, command: ["/bin/sh", "-c", "echo hello; %s"]}
        """
            .formatted(script));
  }
}
