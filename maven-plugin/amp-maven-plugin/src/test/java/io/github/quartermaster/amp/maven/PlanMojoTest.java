package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanMojoTest {
  private static final Map<String, String> LOGO =
      Map.of("web/images/logo.png", "another", "config/alfresco/extension/logo.txt", "x");

  @TempDir Path folder;

  private Workbench bench;
  private Path alfresco;
  private byte[] before;

  @BeforeEach
  void make_a_war_and_an_amp() throws IOException {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
    alfresco = Archives.alfrescoWar(folder.resolve("wars/alfresco.war"));
    before = Files.readAllBytes(alfresco);
    Archives.amp(folder.resolve("amps/bob-1.0.amp"), "bob", "1.0");
  }

  @Test
  void plan_shows_what_apply_would_do_and_changes_nothing() throws Exception {
    plan().execute();

    assertThat(alfresco).hasBinaryContent(before);
    assertThat(alfresco.getParent().toFile().list()).containsExactly("alfresco.war");
    assertThat(bench.seen())
        .contains("info   bob     -          1.0        install  ")
        .endsWith(
            "info 1 AMP would be applied to wars/alfresco.war, report"
                + " target/quartermaster/amp-plan.html");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-plan.json"))).isEmpty();
    assertThat(bench.report("amp-plan.json"))
        .contains("\"schema\" : \"quartermaster.amp.plan/1\"")
        .contains("\"changed\" : true");
  }

  @Test
  void all_errors_are_told_once_not_only_the_first() throws Exception {
    Archives.amp(folder.resolve("amps/logo.amp"), "logo", "1.0", LOGO);
    Archives.amp(folder.resolve("amps/old.amp"), "old", "1.0", "module.repo.version.max=6.2");

    assertThatThrownBy(plan()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("FILE_CONFLICT")
        .hasMessageContaining("VERSION_INCOMPATIBLE");
    assertThat(bench.seen()).doesNotContain("FILE_CONFLICT").doesNotContain("VERSION_INCOMPATIBLE");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-plan.json"))).isEmpty();
    assertThat(bench.report("amp-plan.json"))
        .contains("\"refused\" : true")
        .contains("\"changed\" : false");
  }

  @Test
  void plan_with_warnings_fails_only_where_the_user_wants_it() throws Exception {
    Files.writeString(folder.resolve("amps/broken.amp"), "no zip");

    plan().execute();
    assertThat(bench.seen()).contains("warn AMP_UNREADABLE: ");

    PlanMojo strict = plan();
    strict.failOn = "warning";
    assertThatThrownBy(strict::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("AMP_UNREADABLE: ")
        .hasMessageContaining("broken.amp");
  }

  @Test
  void war_that_is_up_to_date_has_a_plan_with_nothing_to_do() throws Exception {
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("wars/alfresco.war");
    apply.execute();

    plan().execute();

    assertThat(bench.seen())
        .endsWith("info Nothing to do: 1 AMP, all installed at the same or a newer version.");
    assertThat(bench.report("amp-plan.json")).contains("\"changed\" : false");
  }

  @Test
  void coordinates_need_an_output_folder_like_an_apply() {
    PlanMojo plan = plan();
    plan.wars = List.of("org.alfresco:content-services:23.4.0");

    assertThatThrownBy(plan::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("(parameter <outputDirectory>, -Damp.outputDirectory)");
  }

  private PlanMojo plan() {
    PlanMojo plan = bench.plan();
    plan.wars = List.of("wars/alfresco.war");
    return plan;
  }
}
