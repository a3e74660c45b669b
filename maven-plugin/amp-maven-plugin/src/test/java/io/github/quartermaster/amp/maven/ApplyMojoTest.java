package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyMojoTest {
  private static final Map<String, String> LOGO =
      Map.of("web/images/logo.png", "another", "config/alfresco/extension/logo.txt", "x");

  @TempDir Path folder;

  private Workbench bench;
  private Path alfresco;

  @BeforeEach
  void make_wars_and_amps() throws IOException {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
    alfresco = Archives.alfrescoWar(folder.resolve("wars/alfresco.war"));
    Archives.amp(folder.resolve("amps/bob-1.0.amp"), "bob", "1.0");
    Archives.amp(folder.resolve("amps/deep/bob-1.1.amp"), "bob", "1.1");
  }

  @Test
  void newest_amp_of_the_usual_folder_gets_into_the_war_named() throws Exception {
    apply("wars/alfresco.war").execute();

    assertThat(content(alfresco, "WEB-INF/classes/alfresco/extension/bob.txt")).isEqualTo("1.1");
    assertThat(bench.seen())
        .containsPattern(
            "(?s)info wars/alfresco.war: repository, .*\n"
                + "info   MODULE  INSTALLED  AVAILABLE  ACTION   WHY\n"
                + "info   bob     -          1.1        install  .*")
        .containsPattern("info wars/alfresco.war: new WAR written, \\d")
        .containsPattern("info wars/alfresco.war: backup wars/alfresco.war.*bak\n")
        .containsPattern(
            "info 1 AMP applied to wars/alfresco.war in \\d.* s, backup wars/alfresco.war.*bak,"
                + " report target/quartermaster/amp-apply.html$");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-apply.json"))).isEmpty();
    assertThat(bench.report("amp-apply.json"))
        .contains("\"changed\" : true")
        .contains("\"amp\" : \"amps/deep/bob-1.1.amp\"")
        .contains("amps/bob-1.0.amp");
  }

  @Test
  void second_run_has_nothing_to_do_and_touches_nothing() throws Exception {
    apply("wars/alfresco.war").execute();
    List<String> before = listing();

    bench = new Workbench(folder);
    apply("wars/alfresco.war").execute();

    assertThat(listing()).isEqualTo(before);
    assertThat(bench.seen())
        .endsWith("info Nothing to do: 1 AMP, all installed at the same or a newer version.");
    assertThat(bench.report("amp-apply.json")).contains("\"changed\" : false");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-apply.json"))).isEmpty();
  }

  @Test
  void result_goes_to_the_output_folder_where_one_is_named() throws Exception {
    byte[] before = Files.readAllBytes(alfresco);
    ApplyMojo apply = apply("wars/alfresco.war");
    apply.outputDirectory = folder.resolve("out").toFile();

    apply.execute();

    assertThat(alfresco).hasBinaryContent(before);
    assertThat(
            content(
                folder.resolve("out/alfresco.war"), "WEB-INF/classes/alfresco/extension/bob.txt"))
        .isEqualTo("1.1");
    assertThat(bench.seen())
        .containsPattern("info out/alfresco.war: new WAR written, \\d")
        .contains("info out/alfresco.war: new WAR in place\n")
        .contains(", result out/alfresco.war, report ");
  }

  @Test
  void refusal_fails_the_build_and_names_problem_remedy_parameter_and_report() throws Exception {
    byte[] before = Files.readAllBytes(alfresco);
    Archives.amp(folder.resolve("amps/logo.amp"), "logo", "1.0", LOGO);

    assertThatThrownBy(apply("wars/alfresco.war")::execute)
        .isInstanceOf(MojoFailureException.class)
        .satisfies(
            failure ->
                assertThat(failure.getMessage().lines().findFirst().orElseThrow())
                    .startsWith("FILE_CONFLICT: ")
                    .contains("images/logo.png")
                    .endsWith("(parameter <overwrite>, -Damp.overwrite)"))
        .hasMessageEndingWith("amp-apply.html");
    assertThat(alfresco).hasBinaryContent(before);
    assertThat(bench.seen()).contains("info   logo ").doesNotContain("FILE_CONFLICT");
    assertThat(bench.report("amp-apply.json")).contains("\"refused\" : true");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-apply.json"))).isEmpty();
  }

  @Test
  void allowed_overwriting_is_done_and_told() throws Exception {
    Archives.amp(folder.resolve("amps/logo.amp"), "logo", "1.0", LOGO);
    ApplyMojo apply = apply("wars/alfresco.war");
    apply.overwrite = List.of("images/**");

    apply.execute();

    assertThat(content(alfresco, "images/logo.png")).isEqualTo("another");
    assertThat(bench.seen()).contains("warn FILE_OVERWRITTEN: ");
  }

  @Test
  void warnings_refuse_too_where_the_user_wants_it() throws Exception {
    byte[] before = Files.readAllBytes(alfresco);
    Archives.amp(folder.resolve("amps/logo.amp"), "logo", "1.0", LOGO);
    ApplyMojo apply = apply("wars/alfresco.war");
    apply.overwrite = List.of("images/**");
    apply.failOn = "warning";

    assertThatThrownBy(apply::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("FILE_OVERWRITTEN: ");
    assertThat(bench.seen()).doesNotContain("FILE_OVERWRITTEN");
    assertThat(alfresco).hasBinaryContent(before);
    assertThat(bench.report("amp-apply.json")).contains("\"refused\" : true");
  }

  @Test
  void war_without_warnings_is_applied_where_they_would_refuse() throws Exception {
    ApplyMojo apply = apply("wars/alfresco.war");
    apply.failOn = "warning";

    apply.execute();

    assertThat(content(alfresco, "WEB-INF/classes/alfresco/extension/bob.txt")).isEqualTo("1.1");
  }

  @Test
  void missing_war_fails_with_the_parameter_that_names_it() {
    assertThatThrownBy(apply("wars/alfrecso.war")::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("WAR_NOT_FOUND: ")
        .hasMessageContaining("alfrecso.war")
        .hasMessageEndingWith("(parameter <wars>, -Damp.wars)");
  }

  @Test
  void folder_that_the_user_named_and_is_missing_fails() {
    ApplyMojo apply = apply("wars/alfresco.war");
    apply.directories = List.of(folder.resolve("apms").toFile());

    assertThatThrownBy(apply::execute)
        .hasMessageStartingWith("DIRECTORY_UNREADABLE: ")
        .hasMessageContaining("apms");
  }

  @Test
  void blanks_beside_the_commas_of_a_list_do_not_count() throws Exception {
    ApplyMojo apply = apply(" wars/alfresco.war");
    // as Maven passes on "one, two": below the project, the blank and all
    apply.directories =
        List.of(
            folder.resolve("amps/deep ").toFile(),
            folder.resolve(" amps").toFile(),
            new File(folder + "/ " + folder + "/amps"));

    apply.execute();

    assertThat(bench.seen()).contains("1 AMP applied to wars/alfresco.war");
  }

  @Test
  void usual_folder_may_be_missing() throws Exception {
    Files.move(folder.resolve("amps"), folder.resolve("elsewhere"));

    apply("wars/alfresco.war").execute();

    assertThat(bench.seen())
        .contains("warn NO_AMPS: ")
        .endsWith("info Nothing to do: no AMP was found for wars/alfresco.war.");
  }

  @Test
  void module_without_a_war_is_passed_over_where_the_goal_is_inherited() throws Exception {
    bench.bound();

    bench.apply().execute();

    assertThat(bench.seen()).isEqualTo("info No WAR here.");
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void user_of_a_module_without_a_war_is_told_so_on_the_command_line() {
    assertThatThrownBy(bench.apply()::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to find the WAR of example; its packaging is pom");
  }

  @Test
  void war_of_the_projects_own_build_is_the_usual_one() throws Exception {
    Path war = Archives.alfrescoWar(folder.resolve("target/example-1.0.war"));
    bench.packaging("war");

    bench.apply().execute();

    assertThat(content(war, "WEB-INF/classes/alfresco/extension/bob.txt")).isEqualTo("1.1");
  }

  @Test
  void one_timestamp_makes_the_result_the_same_byte_for_byte() throws Exception {
    Path twin = folder.resolve("wars/twin/alfresco.war");
    Files.createDirectories(twin.getParent());
    Files.copy(alfresco, twin);
    bench.environment("SOURCE_DATE_EPOCH", "1700000000");

    ApplyMojo first = apply("wars/alfresco.war");
    first.execute();
    ApplyMojo second = apply("wars/twin/alfresco.war");
    second.outputTimestamp = "2023-11-14T22:13:20Z";
    second.execute();

    assertThat(twin).hasSameBinaryContentAs(alfresco);
    assertThat(content(twin, "WEB-INF/classes/alfresco/module/bob/module.properties"))
        .contains("2023-11-14T22");
  }

  @Test
  void number_out_of_range_is_told_with_its_parameter() {
    ApplyMojo apply = apply("wars/alfresco.war");
    apply.keepBackups = -1;
    assertThatThrownBy(apply::execute)
        .hasMessage(
            "tried to use -1; it must be at least 0. Correct the number (parameter <keepBackups>,"
                + " -Damp.keepBackups)");

    apply.keepBackups = 5;
    apply.matchWords = 0;
    assertThatThrownBy(apply::execute).hasMessageEndingWith("-Damp.matchWords)");
  }

  @Test
  void skipping_does_nothing() throws Exception {
    ApplyMojo apply = apply("no/such.war");
    apply.skip = true;

    apply.execute();

    assertThat(bench.seen()).isEqualTo("info Skipped, as amp.skip says.");
  }

  private ApplyMojo apply(String war) {
    ApplyMojo apply = bench.apply();
    apply.wars = List.of(war);
    return apply;
  }

  private List<String> listing() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> !file.startsWith(folder.resolve("target")) && !file.equals(folder))
          .map(file -> file + " " + file.toFile().lastModified() + " " + file.toFile().length())
          .sorted()
          .toList();
    }
  }

  private static String content(Path war, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes());
    }
  }
}
