package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void healthy_host_lets_the_build_go_on() throws Exception {
    bench.check().execute();

    assertThat(bench.seen())
        .startsWith("info SENTINEL OK: all 4 components are healthy.\n")
        .endsWith(
            "info 4 components checked in a while, score 0, report"
                + " target/quartermaster/sentinel-check.html");
    assertThat(bench.core.closed).isTrue();
  }

  @Test
  void sick_host_fails_the_build_with_verdict_and_cause() throws Exception {
    bench.core.diskUsed = 97;

    assertThatThrownBy(bench.check()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("SENTINEL CRITICAL: disk:/var is critical (97 % used, score 3802)")
        .hasMessageContaining(", which explains app and shop\n")
        .hasMessageContaining(
            "\nThe score is 10000, and from 3162 on the build fails (parameter <failAt>,"
                + " -Dsentinel.failAt)\nAll of it: report ")
        .hasMessageEndingWith("sentinel-check.html");
    assertThat(bench.seen()).contains("info Probable causes\n", "shop > app > disk:/var");
  }

  @Test
  void reports_are_left_whatever_comes_out() throws Exception {
    bench.core.diskUsed = 97;

    assertThatThrownBy(bench.check()::execute).isInstanceOf(MojoFailureException.class);

    assertThat(bench.report("sentinel-check.html")).contains("disk:/var");
    assertThat(ReportSchema.errors("sentinel-check-1", bench.report("sentinel-check.json")))
        .isEmpty();
    assertThat(bench.report("TEST-sentinel.xml")).contains("failures=\"3\"");
  }

  @Test
  void warning_is_one_and_the_build_goes_on() throws Exception {
    bench.core.diskUsed = 80;

    bench.check().execute();

    assertThat(bench.seen())
        .contains(
            "warn The score is 794, and from 316 on the goal warns (parameter <warnAt>,"
                + " -Dsentinel.warnAt)");
  }

  @Test
  void gate_can_be_moved() {
    bench.core.diskUsed = 80;
    CheckMojo check = bench.check();
    check.failAt = 316;

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("The score is 794, and from 316 on the build fails");
  }

  @Test
  void unknown_state_fails_the_build_unless_told_otherwise() throws Exception {
    bench.core.swapIsReadable = false;
    CheckMojo lenient = bench.check();
    lenient.failOnUnknown = false;

    lenient.execute();

    assertThatThrownBy(bench.check()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith(
            "SENTINEL UNKNOWN: the state of swap could not be found out (/proc/swaps cannot be"
                + " read)\nWhat could not be found out fails the build (parameter <failOnUnknown>");
  }

  @Test
  void what_is_asked_for_reaches_the_core() throws Exception {
    CheckMojo check = bench.check();
    check.checks = List.of("disk", " tag:java ", "");
    check.failAt = 5000;
    check.warnAt = 0;
    check.failOnUnknown = false;
    check.wait = "90s";
    check.interval = "5s";
    check.plugins = new File("plugins");
    check.config = new File("ops/sentinel.yaml");

    check.execute();

    assertThat(bench.core.asked)
        .isEqualTo(
            new CheckRequest(
                Set.of("disk", "tag:java"),
                new Gate(new Score(5000), Score.HEALTHY, false),
                Duration.ofSeconds(90),
                Duration.ofSeconds(5)));
    assertThat(bench.core.config).isEqualTo(folder.resolve("ops/sentinel.yaml"));
    assertThat(bench.core.plugins).isEqualTo(folder.resolve("plugins"));
  }

  @Test
  void other_monitors_are_told_only_where_that_is_asked_for() throws Exception {
    bench.check().execute();
    assertThat(bench.core.told).isNull();

    CheckMojo check = bench.check();
    check.tell = true;
    check.execute();
    assertThat(bench.core.told).isNotNull();
  }

  @Test
  void configuration_of_the_project_is_found_and_else_the_built_in_one_holds() throws Exception {
    bench.check().execute();
    assertThat(bench.core.config).isNull();

    Path config = Files.writeString(folder.resolve("sentinel.yaml"), "sentinel: 1\n");
    bench.check().execute();
    assertThat(bench.core.config).isEqualTo(config);
  }

  @Test
  void all_mistakes_of_a_configuration_are_told_at_once_with_the_parameter() {
    bench.core.refusal =
        new SentinelException(
            List.of(
                Problem.error(
                    ProblemCode.CONFIG_UNKNOWN_KEY,
                    "sentinel.yaml:3:5",
                    "sentinel.yaml:3:5 has the key 'wran', which means nothing",
                    "Did you mean warn?"),
                Problem.error(
                    ProblemCode.PROVIDER_UNKNOWN,
                    "sentinel.yaml:9:5",
                    "sentinel.yaml:9:5 asks for the type qeue; there is none",
                    "Correct it.")));

    assertThatThrownBy(bench.check()::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "CONFIG_UNKNOWN_KEY: sentinel.yaml:3:5 has the key 'wran', which means nothing. Did"
                + " you mean warn?\n"
                + "PROVIDER_UNKNOWN: sentinel.yaml:9:5 asks for the type qeue; there is none."
                + " Correct it. (parameter <config>, -Dsentinel.config) (parameter <plugins>,"
                + " -Dsentinel.plugins)")
        // or Maven prints it a second time
        .satisfies(
            failure -> assertThat(failure.getMessage()).contains(failure.getCause().getMessage()));
    assertThat(bench.reports()).doesNotExist();
  }

  @Test
  void check_that_is_not_there_names_the_parameter() {
    CheckMojo check = bench.check();
    check.checks = List.of("dsik");

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("CHECK_UNKNOWN: tried to select the check dsik")
        .hasMessageEndingWith("(parameter <checks>, -Dsentinel.checks)");
  }

  @Test
  void formats_for_programs_go_to_the_standard_output_as_they_are() throws Exception {
    bench.core.diskUsed = 80;

    assertThat(printed("json")).isEqualTo(bench.report("sentinel-check.json"));
    assertThat(printed("junit")).isEqualTo(bench.report("TEST-sentinel.xml"));
    assertThat(printed("nagios")).startsWith("SENTINEL WARNING - disk:/var").contains("|score=794");
    assertThat(printed("OpenMetrics")).startsWith("# TYPE sentinel").endsWith("# EOF\n");
    assertThat(bench.seen()).doesNotContain("warn ", "SENTINEL");
  }

  @Test
  void parameters_that_make_no_sense_are_refused_before_anything_is_done() {
    CheckMojo format = bench.check();
    format.format = "xml";
    CheckMojo score = bench.check();
    score.failAt = 10_001;
    CheckMojo wait = bench.check();
    wait.wait = "for ever";

    assertThatThrownBy(format::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to read 'xml'; it is not one of text, json, junit, nagios, openmetrics, html. Write"
                + " one of them (parameter <format>, -Dsentinel.format)");
    assertThatThrownBy(score::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to take 10001 as a score; there is none below 0 or above 10000. Write one in"
                + " between (parameter <failAt>, -Dsentinel.failAt)");
    assertThatThrownBy(wait::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("(parameter <wait>, -Dsentinel.wait)");
    assertThat(bench.core.asked).isNull();
  }

  @Test
  void skipped_goal_does_nothing() throws Exception {
    CheckMojo check = bench.check();
    check.skip = true;

    check.execute();

    assertThat(bench.seen()).isEqualTo("info Skipped, as sentinel.skip says.");
    assertThat(bench.core.asked).isNull();
  }

  private String printed(String format) throws Exception {
    CheckMojo check = bench.check();
    check.format = format;
    return Workbench.printed(check);
  }
}
