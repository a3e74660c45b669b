package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LintIT {
  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  private static Path amp(Path file, String id, String further) {
    return Archives.zip(
        file,
        Map.of(
            "module.properties",
            Archives.text(
                "module.id=%s\nmodule.version=1.0.0\nmodule.title=t\nmodule.description=d\n%s\n"
                    .formatted(id, further)),
            "config/alfresco/extension/shared.txt",
            Archives.text(id)));
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void what_is_wrong_with_an_amp_fails_the_build_with_file_line_and_fix(Maven maven) {
    Path folder = Place.work("lint-" + maven.version());
    amp(folder.resolve("thing-repo.amp"), "thing", "module.editions=Enterprise, Community");

    maven
        .run(folder, Goals.byCoordinates("lint"), "-Damp.files=thing-repo.amp")
        .fails()
        .prints(
            "[ERROR] thing-repo.amp: EDITION_BLANKS: module.properties:5: there is a blank beside a"
                + " comma: ' Community'; …Write Enterprise,Community",
            "…1 error in thing-repo.amp. Correct them, or allow them (parameter <allow>,"
                + " -Damp.allow)…");
    assertThat(folder.resolve("target/quartermaster"))
        .isDirectoryContaining("glob:**/amp-lint.json")
        .isDirectoryContaining("glob:**/amp-lint.html");

    maven
        .run(
            folder,
            Goals.byCoordinates("lint"),
            "-Damp.files=thing-repo.amp",
            "-Damp.allow=EDITION_BLANKS:module.editions, JUNK_FILE")
        .succeeds()
        .prints(
            "[WARNING] allowed for nothing: JUNK_FILE …",
            "…Nothing found (and 1 allowed) in thing-repo.amp, report …amp-lint.html");
  }

  @Test
  void amps_that_cannot_be_together_are_told_apart_and_with_a_war() {
    Path folder = Place.work("lint-together");
    amp(folder.resolve("amps/a-repo.amp"), "a", "");
    amp(folder.resolve("amps/b-repo.amp"), "b", "");
    Archives.war(folder.resolve("alfresco.war"), 23, 2, 1);

    Maven.current()
        .run(folder, Goals.byCoordinates("lint"), "-Damp.files=amps", "-Damp.wars=alfresco.war")
        .fails()
        .prints(
            "[ERROR] amps/b-repo.amp: PATH_CLASH: config/alfresco/extension/shared.txt: module a"
                + " 1.0.0 brings another …",
            "…1 error in 2 AMPs…");
  }

  @Test
  void a_war_is_compared_with_what_it_was_and_gives_a_bill_of_materials() {
    Path folder = Place.work("compare");
    amp(folder.resolve("amps/a-repo.amp"), "a", "");
    Archives.war(folder.resolve("alfresco.war"), 23, 2, 1);

    Maven.current()
        .run(
            folder,
            Goals.byCoordinates("apply"),
            "-Damp.wars=alfresco.war",
            "-Damp.outputDirectory=out")
        .succeeds();
    Maven.current()
        .run(
            folder,
            Goals.byCoordinates("compare", "list"),
            "-Damp.wars=out/alfresco.war",
            "-Damp.compareWith=alfresco.war",
            "-Damp.format=cyclonedx")
        .succeeds()
        .prints(
            "…a - 1.0.0 added",
            "1 module and 1 other file between out/alfresco.war and alfresco.war differ…",
            "\"bomFormat\" : \"CycloneDX\",");
  }
}
