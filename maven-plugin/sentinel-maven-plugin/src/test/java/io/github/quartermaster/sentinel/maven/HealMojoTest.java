package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import io.github.quartermaster.sentinel.HealRequest;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Score;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void says_what_would_be_done_and_does_nothing() {
    bench.core.diskUsed = 97;

    assertThatThrownBy(bench.heal()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("SENTINEL CRITICAL: disk:/var is critical (97 % used, score 3802)")
        .hasMessageContaining(
            "\nRemedies: would do clean on disk:/var: would remove 12 files\n"
                + "Nothing is done unless the mode is act (parameter <mode>, -Dsentinel.mode)\n");
    assertThat(bench.seen())
        .contains(
            "info Remedies    mode dry-run\n"
                + "info Would do    clean on disk:/var: would remove 12 files");
    assertThat(bench.core.diskUsed).isEqualTo(97);
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void acts_where_told_to_and_lets_the_build_go_on_when_that_helped() throws Exception {
    bench.core.diskUsed = 97;
    HealMojo heal = bench.heal();
    heal.mode = "act";

    heal.execute();

    assertThat(bench.seen())
        .contains(
            "info Fixed       clean on disk:/var: removed 12 files; disk:/var is healthy (12 %"
                + " used), and so is all")
        .endsWith("info 1 attempt, score 0, report target/quartermaster/sentinel-heal.json");
    assertThat(Files.readAllLines(folder.resolve("state/audit.jsonl")))
        .anyMatch(line -> line.contains("\"outcome\":\"fixed\""));
  }

  @Test
  void says_why_nothing_is_done_when_it_happens_again() throws Exception {
    bench.core.diskUsed = 97;
    HealMojo first = bench.heal();
    first.mode = "act";
    first.execute();
    bench.core.diskUsed = 98;
    HealMojo second = bench.heal();
    second.mode = "act";

    assertThatThrownBy(second::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "\nRemedies: not doing clean on disk:/var: the last attempt was less than 5m ago: it"
                + " cools down [cool-down], not before 2026-11-25 10:05:00 UTC\n");

    ResetMojo reset = bench.reset();
    reset.target = "disk:/var";
    reset.execute();
    assertThat(bench.seen()).endsWith("info disk:/var was reset");
  }

  @Test
  void reports_fit_their_schemas() throws Exception {
    bench.core.diskUsed = 97;
    assertThatThrownBy(bench.heal()::execute).isInstanceOf(MojoFailureException.class);
    assertThat(ReportSchema.errors("sentinel-heal-1", bench.report("sentinel-heal.json")))
        .isEmpty();
    HealMojo heal = bench.heal();
    heal.mode = "ACT";
    heal.execute();

    assertThat(ReportSchema.errors("sentinel-heal-1", bench.report("sentinel-heal.json")))
        .isEmpty();
    assertThat(ReportSchema.errors("sentinel-check-1", bench.report("sentinel-check.json")))
        .isEmpty();
    assertThat(bench.report("sentinel-check.html")).contains("disk:/var");
    assertThat(bench.report("sentinel-heal.json")).contains("\"outcome\" : \"fixed\"");
  }

  @Test
  void json_goes_to_the_standard_output_as_it_is() throws Exception {
    HealMojo heal = bench.heal();
    heal.format = "json";

    assertThat(Workbench.printed(heal)).isEqualTo(bench.report("sentinel-heal.json"));
  }

  @Test
  void healthy_host_needs_nothing() throws Exception {
    bench.heal().execute();

    assertThat(bench.seen())
        .contains("info             nothing is to be done\n")
        .endsWith("info nothing was done, score 0, report target/quartermaster/sentinel-heal.json");
  }

  @Test
  void what_is_asked_for_reaches_the_core() throws Exception {
    HealMojo heal = bench.heal();
    heal.mode = "observe";
    heal.state = new File("here");
    heal.failAt = 5000;
    heal.interval = "5s";

    heal.execute();

    assertThat(bench.core.healing)
        .isEqualTo(
            new HealRequest(
                Mode.OBSERVE,
                new Gate(new Score(5000), Score.WARNING, true),
                Duration.ofSeconds(5),
                folder.resolve("here")));
  }

  @Test
  void mode_that_is_none_is_refused_before_anything_is_done() {
    HealMojo heal = bench.heal();
    heal.mode = "force";

    assertThatThrownBy(heal::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to read 'force'; it is not one of observe, dry-run, act. Write one of them"
                + " (parameter <mode>, -Dsentinel.mode)");
    assertThat(bench.core.healing).isNull();
  }

  @Test
  void resetting_what_was_never_tried_says_so() throws Exception {
    ResetMojo reset = bench.reset();
    reset.target = "disk:/var";

    reset.execute();

    assertThat(bench.seen()).isEqualTo("info Nothing was tried on disk:/var that is remembered.");
  }

  @Test
  void resetting_nothing_names_the_parameter() {
    assertThatThrownBy(bench.reset()::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("(parameter <target>, -Dsentinel.target)");
  }
}
