package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a WAR after AMPs were applied, where there is no project. */
class LifeIT {
  private static final String WAR = "webapps/alfresco.war";
  private static final String OPTION = "-Damp.wars=" + WAR;
  private static final String STATE = "WEB-INF/classes/alfresco/module/greeting/module.properties";

  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  /** A WAR in which the module was installed in that version. */
  private static Path installation(String name, String... versions) {
    Path folder = Place.work(name);
    Archives.war(folder.resolve(WAR), 23, 2, 1);
    for (String version : versions) {
      Archives.amp(
          folder.resolve("amps/greeting.amp"),
          "greeting",
          version,
          Map.of("web/greeting.txt", Archives.text("Greeting " + version)));
      Maven.current().run(folder, Goals.byCoordinates("apply"), OPTION).succeeds();
    }
    return folder;
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void uninstall_takes_a_module_out_once(Maven maven) {
    Path folder = installation("uninstall-" + maven.version(), "1.0");
    List<String> uninstall = Goals.byCoordinates("uninstall");

    maven
        .run(folder, uninstall, OPTION, "-Damp.modules=greeting", "-Damp.dryRun")
        .succeeds()
        .prints("greeting 1.0 uninstall …", "1 module would be uninstalled from " + WAR + "…");
    assertThat(Archives.contains(folder.resolve(WAR), "greeting.txt")).isTrue();

    maven
        .run(folder, uninstall, OPTION, "-Damp.modules=greeting")
        .succeeds()
        .prints("1 module uninstalled from " + WAR + " in …backup…report …amp-uninstall…");
    assertThat(Archives.contains(folder.resolve(WAR), "greeting.txt")).isFalse();

    maven
        .run(folder, uninstall, OPTION, "-Damp.modules=greeting")
        .succeeds()
        .prints("greeting - absent …", "Nothing to do: 1 module, none of them installed.");
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void verify_fails_on_a_broken_state_and_repair_mends_it(Maven maven) throws IOException {
    Path folder = installation("repair-" + maven.version(), "1.0");
    maven
        .run(folder, Goals.byCoordinates("verify"), OPTION)
        .succeeds()
        .prints("All as it was installed in " + WAR + "…amp-verify…");
    edit(folder, STATE, Archives.read(folder.resolve(WAR), STATE).replace("INSTALLED", "WELL"));

    maven
        .run(folder, Goals.byCoordinates("verify"), OPTION)
        .fails()
        .prints("…MODULE_STATE_BROKEN: read " + STATE + "…A repair mends it…");
    maven
        .run(folder, Goals.byCoordinates("repair", "verify"), OPTION)
        .succeeds()
        .prints(
            "MODULE_STATE_BROKEN greeting module.properties mend",
            "1 finding mended in " + WAR + "…backup…",
            "All as it was installed in " + WAR + "…");
    assertThat(folder.resolve("target/quartermaster"))
        .isDirectoryContaining("glob:**/amp-verify.json")
        .isDirectoryContaining("glob:**/amp-verify.html")
        .isDirectoryContaining("glob:**/amp-repair.json")
        .isDirectoryContaining("glob:**/amp-repair.html");
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void rollback_goes_back_and_forth_again(Maven maven) {
    Path folder = installation("rollback-" + maven.version(), "1.0", "2.0");

    maven
        .run(folder, Goals.byCoordinates("rollback"), OPTION)
        .succeeds()
        .prints(
            "greeting 2.0 1.0",
            "…DOWNGRADE: …greeting from 2.0 to 1.0; …",
            WAR + " went back in …, what was there is kept as …report …amp-rollback…");
    assertThat(Archives.read(folder.resolve(WAR), "greeting.txt")).isEqualTo("Greeting 1.0");

    maven.run(folder, Goals.byCoordinates("rollback"), OPTION).succeeds();
    assertThat(Archives.read(folder.resolve(WAR), "greeting.txt")).isEqualTo("Greeting 2.0");
  }

  @Test
  void an_exploded_war_lives_likewise() throws IOException {
    Path folder = installation("exploded-life", "1.0");
    Archives.unzip(folder.resolve(WAR), folder.resolve("webapps/alfresco"));
    Files.writeString(folder.resolve("webapps/alfresco/greeting.txt"), "edited");
    String option = "-Damp.wars=webapps/alfresco";

    Maven.current()
        .run(folder, Goals.byCoordinates("verify"), option)
        .succeeds()
        .prints("…FILE_CHANGED: …greeting.txt…");
    Maven.current()
        .run(folder, Goals.byCoordinates("uninstall"), option, "-Damp.modules=greeting")
        .succeeds();
    assertThat(folder.resolve("webapps/alfresco/greeting.txt")).doesNotExist();
    Maven.current().run(folder, Goals.byCoordinates("rollback"), option).succeeds();
    assertThat(folder.resolve("webapps/alfresco/greeting.txt")).hasContent("edited");
  }

  private static void edit(Path folder, String entry, String content) throws IOException {
    Path exploded = folder.resolve("edited");
    Archives.unzip(folder.resolve(WAR), exploded);
    Files.writeString(exploded.resolve(entry), content);
    Map<String, byte[]> entries = new java.util.HashMap<>();
    try (Stream<Path> files = Files.walk(exploded)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(exploded.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    Archives.zip(folder.resolve(WAR), entries);
  }
}
