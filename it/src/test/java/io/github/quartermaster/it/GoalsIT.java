package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoalsIT {
  private static final String WAR = "webapps/alfresco.war";

  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  /** A folder as an operator has it: no project, a WAR, and AMPs of two versions. */
  private static Path installation(String name) {
    Path folder = Place.work(name);
    Archives.war(folder.resolve(WAR), 23, 2, 1);
    amp(folder.resolve("amps/old/greeting-1.0.amp"), "1.0");
    amp(folder.resolve("amps/greeting-1.1.amp"), "1.1");
    return folder;
  }

  private static void amp(Path file, String version) {
    Archives.amp(
        file,
        "greeting",
        version,
        Map.of("web/greeting.txt", Archives.text("Greeting " + version)));
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void all_goals_run_without_a_project(Maven maven) {
    Path folder = installation("no-project-" + maven.version());
    Path war = folder.resolve(WAR);

    maven
        .run(folder, Goals.byCoordinates("latest", "plan"), "-Damp.wars=" + WAR)
        .succeeds()
        .prints(
            "MODULE TIER NEWEST …",
            "greeting repository 1.1 … 1.0 … not installed",
            "2 AMPs of 1 module…",
            WAR + ": repository, Alfresco Content Services Community 23.2.1…",
            "greeting - 1.1 install not installed yet",
            "1 AMP would be applied to " + WAR + "…");
    assertThat(Archives.contains(war, "greeting.txt")).as("changed by a plan").isFalse();

    maven
        .run(folder, Goals.byCoordinates("apply", "list"), "-Damp.wars=" + WAR)
        .succeeds()
        .prints(
            "greeting - 1.1 install not installed yet",
            "1 AMP applied to " + WAR + "…backup " + WAR + "…bak…report …amp-apply…",
            "greeting 1.1 … installed Module greeting",
            "1 module in 1 WAR…");
    assertThat(Archives.read(war, "greeting.txt")).isEqualTo("Greeting 1.1");
    assertThat(folder.resolve("target/quartermaster"))
        .isDirectoryContaining("glob:**/amp-latest.json")
        .isDirectoryContaining("glob:**/amp-plan.json")
        .isDirectoryContaining("glob:**/amp-apply.json")
        .isDirectoryContaining("glob:**/amp-apply.html")
        .isDirectoryContaining("glob:**/amp-list.json");
    assertThat(folder.resolve("${project.basedir}")).doesNotExist();
  }

  @Test
  void a_second_apply_touches_nothing_but_its_report() throws IOException {
    Path folder = installation("twice");
    Path war = folder.resolve(WAR);
    List<String> apply = Goals.byCoordinates("apply");
    Maven.current().run(folder, apply, "-Damp.wars=" + WAR).succeeds();
    Files.setLastModifiedTime(war, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    long backups = backups(folder);

    Maven.current()
        .run(folder, apply, "-Damp.wars=" + WAR)
        .succeeds()
        .prints("greeting 1.1 1.1 skip …", "…Nothing to do…");

    assertThat(Files.getLastModifiedTime(war))
        .isEqualTo(FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(backups(folder)).isEqualTo(backups);
    assertThat(folder.resolve("target/quartermaster/amp-apply.json"))
        .content()
        .contains("\"changed\" : false");
  }

  @Test
  void an_output_directory_leaves_the_wars_as_they_are() throws IOException {
    Path folder = installation("output");
    byte[] before = Files.readAllBytes(folder.resolve(WAR));
    Files.createDirectory(folder.resolve("more amps"));

    Maven.current()
        .run(
            folder,
            Goals.byCoordinates("apply"),
            "-Damp.wars=" + WAR,
            // blanks beside commas do not count
            "-Damp.directories=more amps, amps",
            "-Damp.outputDirectory=out")
        .succeeds()
        .prints("…out/alfresco.war: new WAR in place");

    assertThat(folder.resolve(WAR)).hasBinaryContent(before);
    assertThat(backups(folder)).isZero();
    assertThat(Archives.read(folder.resolve("out/alfresco.war"), "greeting.txt"))
        .isEqualTo("Greeting 1.1");
  }

  @Test
  void skip_does_nothing() throws IOException {
    Path folder = installation("skip");
    byte[] before = Files.readAllBytes(folder.resolve(WAR));

    Maven.current()
        .run(folder, Goals.byCoordinates("apply"), "-Damp.wars=" + WAR, "-Damp.skip")
        .succeeds();

    assertThat(folder.resolve(WAR)).hasBinaryContent(before);
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void a_war_that_is_not_there_is_named_with_the_parameter_that_named_it() {
    Path folder = installation("missing");

    Maven.current()
        .run(folder, Goals.byCoordinates("apply"), "-Damp.wars=webapps/alfrasco.war")
        .fails()
        .prints("…WAR_NOT_FOUND: …alfrasco.war; …(parameter <wars>, -Damp.wars)…");
  }

  @Test
  void coordinates_that_do_not_resolve_are_named() {
    Path folder = installation("unresolved");

    Maven.current()
        .run(
            folder,
            Goals.byCoordinates("apply"),
            "-Damp.wars=" + WAR,
            "-Damp.artifacts=io.github.quartermaster.none:none:1:amp")
        .fails()
        .prints(
            "…tried to fetch io.github.quartermaster.none:none:1:amp; "
                + "…(parameter <artifacts>, -Damp.artifacts)…");
  }

  @Test
  void an_exploded_war_is_changed_where_it_is() throws IOException {
    Path folder = installation("exploded");
    Archives.unzip(folder.resolve(WAR), folder.resolve("webapps/alfresco"));

    Maven.current()
        .run(folder, Goals.byCoordinates("apply"), "-Damp.wars=webapps/alfresco")
        .succeeds()
        .prints("greeting - 1.1 install not installed yet");

    assertThat(folder.resolve("webapps/alfresco/greeting.txt")).hasContent("Greeting 1.1");
    try (Stream<Path> webapps = Files.list(folder.resolve("webapps"))) {
      assertThat(webapps.map(file -> file.getFileName().toString()))
          .as("what Tomcat would deploy")
          .containsExactlyInAnyOrder("alfresco", "alfresco.war");
    }
  }

  private static long backups(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("webapps"))) {
      return files.filter(file -> file.toString().endsWith(".bak")).count();
    }
  }
}
