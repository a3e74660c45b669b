package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.DrillRequest;
import io.github.quartermaster.ebs.model.DrillHook;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void what_passed_is_told_and_left_as_evidence() throws Exception {
    bench.drill().execute();

    assertThat(bench.cloud.did).isEqualTo("drill");
    assertThat(bench.seen())
        .isEqualTo(
            """
            info VOLUME    SNAPSHOT  OF (UTC)          SIZE     AVAILABLE AFTER  HOOK    RESULT
            info vol-data  snap-1    2026-11-25 10:00  100 GiB  4.0 s            exit 0  passed
            info 1 snapshot restored, looked at and removed again in 12 s, drill ticket-99, report target/quartermaster/ebs-drill.html""");
    assertThat(ReportSchema.errors("ebs-drill-1", bench.report("ebs-drill.json"))).isEmpty();
    assertThat(bench.report("ebs-drill.json"))
        .contains(
            "\"passed\" : true",
            "\"pointInTime\" : \"2026-11-25T10:00:00Z\"",
            "\"availableSeconds\" : 4.0",
            "\"hookExit\" : 0",
            "\"removed\" : true");
    assertThat(bench.report("TEST-ebs-drill.xml"))
        .contains("tests=\"1\" failures=\"0\"")
        .contains(
            "classname=\"ebs.drill.us-west-1\" name=\"vol-data from snap-1\" time=\"11.000\"");
    assertThat(bench.report("ebs-drill.html")).contains("vol-data", "passed");
  }

  @Test
  void what_failed_fails_the_build_and_its_test_case() throws Exception {
    bench.cloud.drill = RestoreSamples.failed();

    assertThatThrownBy(bench.drill()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("DRILL_FAILED: tried to look at the volume made from snap-1")
        .hasMessageContaining("(parameter <hook>, -Debs.hook)");
    assertThat(bench.report("TEST-ebs-drill.xml"))
        .contains("failures=\"1\"", "type=\"DRILL_FAILED\"", "no &lt;file system&gt;");
    assertThat(bench.report("ebs-drill.html")).contains("exit 3").doesNotContain("<file system>");
    assertThat(ReportSchema.errors("ebs-drill-1", bench.report("ebs-drill.json"))).isEmpty();
  }

  @Test
  void a_dry_run_tries_nothing() throws Exception {
    DrillMojo drill = bench.drill();
    drill.dryRun = true;

    drill.execute();

    assertThat(bench.cloud.did).isEqualTo("nothing");
    assertThat(bench.seen())
        .contains("would be tried\n", "1 snapshot would be tried, drill ticket-99");
    assertThat(bench.report("TEST-ebs-drill.xml")).contains("skipped=\"1\"");
    assertThat(ReportSchema.errors("ebs-drill-1", bench.report("ebs-drill.json"))).isEmpty();
  }

  @Test
  void a_sweep_only_sweeps() throws Exception {
    bench.cloud.drill = RestoreSamples.idle();
    DrillMojo drill = bench.drill();
    drill.sweep = true;

    drill.execute();

    assertThat(bench.cloud.did).isEqualTo("sweep");
    assertThat(bench.seen()).startsWith("info Nothing to do: nothing is left of earlier drills");
  }

  @Test
  void what_is_asked_for_is_what_the_user_names() throws Exception {
    DrillMojo drill = bench.drill();
    drill.hook = List.of("./look.sh", "--quick");
    drill.hookTimeout = "5m";
    drill.parallel = 2;
    drill.timeout = "20m";
    drill.run = "build-7";

    drill.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new DrillRequest(
                Samples.WEST,
                Samples.RUN,
                List.of(),
                RestoreRules.AS_IT_WAS,
                new DrillHook(List.of("./look.sh", "--quick"), Duration.ofMinutes(5)),
                2,
                folder.resolve(".quartermaster"),
                Duration.ofMinutes(20)));
  }

  @Test
  void a_number_of_volumes_that_makes_no_sense_is_said_with_its_parameter() {
    DrillMojo drill = bench.drill();
    drill.parallel = 0;

    assertThatThrownBy(drill::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("(parameter <parallel>, -Debs.parallel)");
  }
}
