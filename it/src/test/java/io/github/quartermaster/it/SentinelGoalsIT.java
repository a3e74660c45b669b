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

/** The goals of the {@code sentinel} plugin in real Mavens, on ports that are open or are not. */
class SentinelGoalsIT {
  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  /** A configuration in a folder: a database on that port, and a shop there that needs it. */
  static void shopOnPort(int port, Path folder) throws IOException {
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          db: { type: tcp, host: 127.0.0.1, port: %1$d }
          shop: { type: http, url: "http://127.0.0.1:%1$d/", requires: [db] }
        """
            .formatted(port));
  }

  /** A port on which nothing listens. */
  static int closedPort() throws IOException {
    try (ServerSocket socket = open()) {
      return socket.getLocalPort();
    }
  }

  private static ServerSocket open() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void all_goals_run_without_a_project(Maven maven) throws IOException {
    Path folder = Place.work("sentinel-no-project-" + maven.version());
    try (ServerSocket socket = open()) {
      shopOnPort(socket.getLocalPort(), folder);
      maven
          .run(
              folder,
              Goals.ofSentinel("providers", "graph", "check"),
              "-Dsentinel.checks=db",
              "-o")
          .succeeds()
          .prints(
              "TYPE FROM MEASURES…",
              "tcp built in …",
              "shop",
              "…db…",
              "…report …sentinel-graph.html",
              "SENTINEL OK: db is healthy…",
              "1 component checked in … score 0, report …sentinel-check.html");
    }
    assertThat(folder.resolve("target/quartermaster"))
        .isDirectoryContaining("glob:**/sentinel-check.json")
        .isDirectoryContaining("glob:**/TEST-sentinel.xml")
        .isDirectoryContaining("glob:**/sentinel-graph.dot");
    assertThat(folder.resolve("${project.basedir}")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void outage_fails_the_build_with_its_cause(Maven maven) throws IOException {
    Path folder = Place.work("sentinel-outage-" + maven.version());
    shopOnPort(closedPort(), folder);

    maven
        .run(folder, Goals.ofSentinel("check"))
        .fails()
        .prints(
            "SENTINEL CRITICAL: db is down…",
            "Probable causes",
            "1 db …",
            "…SENTINEL CRITICAL: db is down…",
            "…from 3162 on the build fails (parameter <failAt>, -Dsentinel.failAt)…");
    assertThat(folder.resolve("target/quartermaster/sentinel-check.json")).exists();
  }

  @Test
  void json_is_printed_as_it_is_written() throws IOException {
    Path folder = Place.work("sentinel-json");
    try (ServerSocket socket = open()) {
      shopOnPort(socket.getLocalPort(), folder);
      MavenRun run =
          Maven.current()
              .run(
                  folder,
                  Goals.ofSentinel("check"),
                  "-q",
                  "-Dsentinel.checks=db",
                  "-Dsentinel.format=json");

      assertThat(run.succeeds().output())
          .isEqualTo(Files.readString(folder.resolve("target/quartermaster/sentinel-check.json")));
    }
  }

  @Test
  void mistakes_of_a_configuration_are_told_with_their_place() throws IOException {
    Path folder = Place.work("sentinel-mistakes");
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          memory: { type: memory, wran: 80% }
          queue: { type: qeue }
        """);

    Maven.current()
        .run(folder, Goals.ofSentinel("check"))
        .fails()
        .prints("…CONFIG_UNKNOWN_KEY: …sentinel.yaml:3:…", "…PROVIDER_UNKNOWN: …sentinel.yaml:4:…");
    assertThat(folder.resolve("target/quartermaster")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void modules_inherit_the_execution_and_the_root_runs_it_once(Maven maven) throws IOException {
    Path project =
        Place.copy(
            Place.projects().resolve("gate"), Place.work("sentinel-reactor-" + maven.version()));
    try (ServerSocket socket = open()) {
      shopOnPort(socket.getLocalPort(), project);
      maven
          .run(
              project,
              List.of("-T2", "validate"),
              "-Dquartermaster.version=" + Place.version(),
              "-Dsentinel.checks=db")
          .succeeds()
          .prints("SENTINEL OK: db is healthy…", "Skipped: runs once, in the root.")
          .doesNotPrint("not marked as thread-safe");
    }
    assertThat(project.resolve("module/target/quartermaster")).doesNotExist();
  }

  @Test
  void help_tells_of_every_goal() {
    Maven.current()
        .run(Place.work("sentinel-help"), Goals.ofSentinel("help"))
        .succeeds()
        .prints("sentinel:check", "sentinel:graph", "sentinel:help", "sentinel:providers");
  }
}
