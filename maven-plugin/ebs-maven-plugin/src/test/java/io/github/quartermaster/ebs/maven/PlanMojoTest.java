package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void plan_is_told_and_reported() throws Exception {
    bench.plan().execute();

    assertThat(bench.seen())
        .endsWith(
            "info 2 snapshots and 1 copy of 2 volumes would be made, run build-7, report"
                + " target/quartermaster/ebs-plan.html");
    assertThat(ReportSchema.errors("ebs-plan-1", bench.report("ebs-plan.json"))).isEmpty();
  }

  @Test
  void plan_of_a_complete_run_has_nothing_to_do() throws Exception {
    bench.cloud.result =
        new BackupResult(
            Samples.plan(
                Samples.snapshot("snap-1", "pending", 40), Samples.copy("snap-c", "pending", 0)),
            List.of(),
            List.of(),
            false,
            Samples.START,
            Duration.ZERO);

    bench.plan().execute();

    assertThat(bench.seen())
        .contains("  adopt     adopt in us-east-1  this run made snap-1, pending 40 %\n")
        .contains("expected to cost nothing")
        .endsWith("info Nothing to do: run build-7 has made all of it already.");
    assertThat(bench.report("ebs-plan.json")).contains("\"changed\" : false");
  }

  @Test
  void volume_that_is_not_there_fails_the_plan() throws Exception {
    bench.cloud.result = Samples.withoutIndex();

    assertThatThrownBy(bench.plan()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("vol-index is not to be backed up: VOLUME_NOT_FOUND: ");
    assertThat(bench.seen())
        .contains("vol-index  -                    -  refused   -")
        .contains("warn TEXT_CUT: tried to keep the description; it is cut. Shorten it");
    assertThat(ReportSchema.errors("ebs-plan-1", bench.report("ebs-plan.json"))).isEmpty();
  }

  @Test
  void policy_is_printed_and_written() throws Exception {
    PlanMojo plan = bench.plan();
    plan.printPolicy = true;

    plan.execute();

    assertThat(bench.seen()).contains("info   \"Version\" : \"2012-10-17\"\n");
    assertThat(bench.report("ebs-policy.json")).isEqualTo("{\n  \"Version\" : \"2012-10-17\"\n}\n");
  }
}
