package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void make_a_project() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  private void built(String... keys) throws Exception {
    Archives.amp(folder.resolve("target/thing-repo.amp"), "thing", "1.0.0", keys);
  }

  @Test
  void sound_amp_passes() throws Exception {
    built();

    bench.lint().execute();

    assertThat(bench.seen())
        .isEqualTo(
            "info Nothing found in target/thing-repo.amp, report"
                + " target/quartermaster/amp-lint.html");
    assertThat(ReportSchema.errors("amp-lint-1", bench.report("amp-lint.json"))).isEmpty();
  }

  @Test
  void warnings_are_told_and_the_build_goes_on() throws Exception {
    built("module.alias=old");

    bench.lint().execute();

    assertThat(bench.seen())
        .contains(
            "warn target/thing-repo.amp: KEY_UNKNOWN: module.properties:5: there is no key"
                + " 'module.alias'; nobody reads it,")
        .contains("Write module.aliases if that is meant")
        .contains("info 1 warning in target/thing-repo.amp, report");
    assertThat(ReportSchema.errors("amp-lint-1", bench.report("amp-lint.json"))).isEmpty();
    assertThat(bench.report("amp-lint.html")).contains("amp:lint: passed", "KEY_UNKNOWN");
  }

  @Test
  void errors_fail_the_build_and_can_be_allowed() throws Exception {
    built("module.editions=Enterprise, Community", "module.alias=old");

    assertThatThrownBy(bench.lint()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("1 error and 1 warning in ")
        .hasMessageContaining(
            "Correct them, or allow them (parameter <allow>, -Damp.allow)\nAll of it: ");
    assertThat(bench.report("amp-lint.html")).contains("amp:lint: failed");
    assertThat(ReportSchema.errors("amp-lint-1", bench.report("amp-lint.json"))).isEmpty();

    LintMojo lint = bench.lint();
    lint.allow = List.of("EDITION_BLANKS", " KEY_UNKNOWN:module.*", "JUNK_FILE");
    lint.failOn = "warning";
    lint.execute();

    assertThat(bench.seen())
        .contains("warn allowed for nothing: JUNK_FILE (parameter <allow>, -Damp.allow)")
        .contains("info Nothing found (and 2 allowed) in target/thing-repo.amp");
  }

  @Test
  void warnings_fail_the_build_where_that_is_asked_for() throws Exception {
    built("module.alias=old");
    LintMojo lint = bench.lint();
    lint.failOn = "warning";

    assertThatThrownBy(lint::execute).hasMessageStartingWith("1 warning in ");
  }

  @Test
  void amps_are_compared_with_one_another_and_with_wars() throws Exception {
    Archives.alfrescoWar(folder.resolve("alfresco.war"));
    Archives.amp(
        folder.resolve("amps/a.amp"), "a", "1.0.0", Map.of("config/alfresco/model/x.txt", "a"));
    Archives.amp(
        folder.resolve("amps/b.amp"),
        "b",
        "1.0.0",
        Map.of("config/alfresco/model/x.txt", "b", "web/images/logo.png", "another"));
    LintMojo lint = bench.lint();
    lint.files = List.of("amps");
    lint.wars = List.of("alfresco.war");

    assertThatThrownBy(lint::execute).hasMessageStartingWith("1 error and 1 warning in 2 AMPs.");

    assertThat(bench.seen())
        .contains("error amps/b.amp: PATH_CLASH: config/alfresco/model/x.txt: module a 1.0.0")
        .contains("warn amps/b.amp: OVERWRITES_WAR: web/images/logo.png: ");
  }

  @Test
  void unknown_rule_is_told() {
    LintMojo lint = bench.lint();
    lint.allow = List.of("EDITIONS");

    assertThatThrownBy(lint::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to allow 'EDITIONS'; there is no such rule. Write the name of one, as findings"
                + " begin with it (parameter <allow>, -Damp.allow)");
  }

  @Test
  void project_without_an_amp_is_passed_over_where_the_goal_is_bound() throws Exception {
    assertThatThrownBy(bench.lint()::execute)
        .hasMessage(
            "tried to find an AMP; none is named and example has built none. Run `mvn package`"
                + " first, or name it (parameter <files>, -Damp.files)");

    bench.bound().lint().execute();

    assertThat(bench.seen()).endsWith("info No AMP here.");
  }
}
