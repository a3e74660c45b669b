package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The goals of the {@code sentinel} plugin in real Mavens. */
class SentinelGoalsIT {

  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void a_bare_host_is_checked_without_a_project_and_without_a_file(Maven maven) {
    Path folder = Place.work("bare-host-" + maven.version());

    maven
        .run(
            folder,
            Goals.ofSentinel("check"),
            // how busy this machine is says nothing of us
            "-Dsentinel.checks=memory,disk,network",
            "-Dsentinel.failAt=10000")
        .prints("SENTINEL …", "Checked … components: …", "… memory …", "… disk:/…");
    assertThat(folder.resolve("target/quartermaster"))
        .isDirectoryContaining("glob:**/sentinel-check.json")
        .isDirectoryContaining("glob:**/sentinel-check.html")
        .isDirectoryContaining("glob:**/TEST-sentinel.xml");
    assertThat(folder.resolve("${project.basedir}")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void a_failed_build_names_the_cause_and_not_only_the_symptom(Maven maven) throws IOException {
    Path folder = shop("cause-" + maven.version(), freePort());

    maven
        .run(folder, Goals.ofSentinel("check"))
        .fails()
        .prints(
            "SENTINEL CRITICAL: database is down (…refuses connections…",
            "Symptom shop, score 10000: …",
            "1 database 10000 100 % 100 % …refuses connections…",
            "… shop > database",
            "BUILD FAILURE",
            "…database is down…which explains shop…");
    assertThat(folder.resolve("target/quartermaster/TEST-sentinel.xml"))
        .content()
        .contains("<failure type=\"CRITICAL\"", "which explains shop");
  }

  @Test
  void a_gate_lets_through_where_all_is_well() throws IOException {
    try (ServerSocket database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Maven.current()
          .run(shop("well", database.getLocalPort()), Goals.ofSentinel("check"))
          .succeeds()
          .prints("SENTINEL OK: both components are healthy.");
    }
  }

  @Test
  void a_gate_waits_until_all_is_well_and_no_longer_than_it_may() throws IOException {
    Maven.current()
        .run(
            shop("wait", freePort()),
            Goals.ofSentinel("check"),
            "-Dsentinel.wait=2s",
            "-Dsentinel.interval=1s")
        .fails()
        .prints("…database…", "SENTINEL CRITICAL: …");
  }

  @Test
  void a_program_reads_the_result_without_mavens_prefixes() throws IOException {
    Maven.current()
        .run(
            shop("nagios", freePort()), Goals.ofSentinel("check"), "-Dsentinel.format=nagios", "-q")
        .fails()
        .prints("SENTINEL CRITICAL - database is down …|score=10000;316;3162;0;10000 …");
  }

  @Test
  void json_is_printed_as_it_is_written() throws IOException {
    try (ServerSocket database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path folder = shop("json", database.getLocalPort());
      MavenRun run =
          Maven.current().run(folder, Goals.ofSentinel("check"), "-q", "-Dsentinel.format=json");

      assertThat(run.succeeds().output())
          .isEqualTo(Files.readString(folder.resolve("target/quartermaster/sentinel-check.json")));
    }
  }

  @Test
  void all_mistakes_of_a_configuration_are_told_at_once_with_their_place() throws IOException {
    Path folder = Place.work("sentinel-mistakes");
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          shop: {type: htpp}
          data: {type: disk, wran: 70%}
        """);

    Maven.current()
        .run(folder, Goals.ofSentinel("check"))
        .fails()
        .prints("…sentinel.yaml:3:…http…", "…sentinel.yaml:4:…warn…");
  }

  @Test
  void the_graph_and_the_providers_are_shown() throws IOException {
    Maven.current()
        .run(shop("shown", freePort()), Goals.ofSentinel("graph", "providers"))
        .succeeds()
        .prints("…shop", "…database…", "…tcp…");
  }

  @Test
  void an_executable_that_is_dropped_into_a_folder_is_a_check() throws IOException {
    Path folder = Place.work("sentinel-dropped");
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Path plugin = plugins.resolve("check_queue.sh");
    Files.writeString(
        plugin, "#!/bin/sh\necho 'QUEUE CRITICAL - 90 wait|depth=90;10;50'\nexit 2\n");
    assertThat(plugin.toFile().setExecutable(true)).isTrue();

    Maven.current()
        .run(
            folder,
            Goals.ofSentinel("check"),
            "-Dsentinel.plugins=plugins",
            "-Dsentinel.checks=check_queue")
        .fails()
        .prints("SENTINEL CRITICAL: check_queue is … (QUEUE CRITICAL - 90 wait, …");
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void modules_inherit_the_execution_and_the_root_runs_it_once(Maven maven) throws IOException {
    Path project =
        Place.copy(Place.projects().resolve("gate"), Place.work("gate-" + maven.version()));
    try (ServerSocket database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Files.writeString(project.resolve("sentinel.yaml"), configuration(database.getLocalPort()));

      maven
          .run(project, List.of("-T2", "verify"), "-Dquartermaster.version=" + Place.version())
          .succeeds()
          .prints("SENTINEL OK: …", "Skipped: runs once, in the root.")
          .doesNotPrint("not marked as thread-safe");
    }
  }

  @Test
  void help_tells_of_every_goal() {
    Maven.current()
        .run(Place.work("sentinel-help"), Goals.ofSentinel("help"))
        .succeeds()
        .prints("sentinel:check", "sentinel:graph", "sentinel:help", "sentinel:providers");
  }

  /** A folder with a shop that is down wherever its database is. */
  private static Path shop(String name, int port) throws IOException {
    Path folder = Place.work("sentinel-" + name);
    Files.writeString(folder.resolve("sentinel.yaml"), configuration(port));
    return folder;
  }

  private static String configuration(int port) {
    return """
        sentinel: 1
        checks:
          shop: {type: tcp, host: 127.0.0.1, port: %d, requires: [database]}
          database: {type: tcp, host: 127.0.0.1, port: %d}
        """
        .formatted(port, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
