package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WARs and AMPs that come from Maven: from the same build, or from a repository. */
class ReactorIT {
  private static final String GROUP = "io.github.quartermaster.test";
  private static final String WAR = GROUP + ":plain:1.0-SNAPSHOT";
  private static final String AMP = GROUP + ":greeting:1.0-SNAPSHOT:amp";

  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  private static Path project(String purpose) {
    return Place.copy(Place.projects().resolve("reactor"), Place.work("reactor-" + purpose));
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void amps_and_wars_of_the_same_parallel_build_need_no_repository(Maven maven) {
    Path project = project(maven.version());

    maven
        .run(project, "-T4", "verify", version())
        .succeeds()
        .doesNotPrint("not marked as thread-safe");

    // its own WAR, changed before it is installed or deployed
    Path own = project.resolve("alfresco/target/alfresco-1.0-SNAPSHOT.war");
    assertThat(Archives.read(own, "greeting.txt")).contains("Greetings from the reactor");
    // another module's WAR, by its coordinates: that module's file stays as it is
    Path result = project.resolve("distribution/target/wars/plain-1.0-SNAPSHOT.war");
    assertThat(Archives.read(result, "greeting.txt")).contains("Greetings from the reactor");
    Path other = project.resolve("plain/target/plain-1.0-SNAPSHOT.war");
    assertThat(Archives.contains(other, "greeting.txt")).isFalse();
  }

  @Test
  void a_war_of_the_local_repository_is_read_there_and_written_elsewhere() throws IOException {
    Maven.current()
        .run(project("install"), "install", "-pl", "plain,greeting", version())
        .succeeds();
    Path folder = Place.work("coordinates");
    Path installed =
        Place.target()
            .resolve("it-repo/io/github/quartermaster/test/plain/1.0-SNAPSHOT")
            .resolve("plain-1.0-SNAPSHOT.war");
    byte[] before = Files.readAllBytes(installed);
    String[] parameters = {"-Damp.wars=" + WAR, "-Damp.artifacts=" + AMP};

    Maven.current()
        .run(folder, Goals.byCoordinates("apply"), parameters)
        .fails()
        .prints("…" + WAR + ":war …(parameter <outputDirectory>, -Damp.outputDirectory)…");

    Maven.current()
        .run(
            folder,
            Goals.byCoordinates("plan", "apply"),
            parameters[0],
            parameters[1],
            "-Damp.outputDirectory=out")
        .succeeds()
        .prints("greeting - 1.0 install …", "1 AMP applied to …result out/…");

    assertThat(installed).hasBinaryContent(before);
    assertThat(Archives.read(folder.resolve("out/plain-1.0-SNAPSHOT.war"), "greeting.txt"))
        .contains("Greetings from the reactor");
  }

  private static String version() {
    return "-Dquartermaster.version=" + Place.version();
  }
}
