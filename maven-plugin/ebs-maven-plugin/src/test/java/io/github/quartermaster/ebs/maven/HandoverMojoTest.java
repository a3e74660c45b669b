package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.HandoverRequest;
import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void what_is_and_what_is_to_be_is_shown_and_nothing_changed() throws Exception {
    bench.handover().execute();

    assertThat(bench.cloud.handedOver).isFalse();
    assertThat(bench.seen())
        .isEqualTo(
            """
            info WHAT                          ACTION  SETTING            IS                IS TO BE
            info policy policy-0a (no copies)  change  keep               3 of each volume  7 of each volume
            info policy for (us-east-1)        create  copy to us-east-1  -                 kept 7 days
            info                                       keep               -                 7 of each volume
            info                                       role               -                 arn:aws:iam::111122223333:role/scheduler
            info                                       schedule           -                 every 24 h from 03:00 UTC
            info                                       state              -                 enabled
            info vol-data                      tag     ebs-core:handover  -                 us-east-1
            info vol-index                     keep
            info 3 changes would be made; to make them: -Debs.dryRun=false, report target/quartermaster/ebs-handover.json""");
    String report = bench.report("ebs-handover.json");
    assertThat(ReportSchema.errors("ebs-handover-1", report)).isEmpty();
    assertThat(report).contains("\"dryRun\" : true", "\"action\" : \"create\"");
  }

  @Test
  void what_was_changed_is_told_and_what_failed_fails_the_build() throws Exception {
    List<HandoverStep> steps = Samples.handover().plan().changes();
    Problem denied =
        Problem.error(ProblemCode.PERMISSION_DENIED, "us-east-1", "tried to make; no", "Allow it");
    bench.cloud.handover =
        Samples.handover(
            new HandoverOutcome(steps.get(0), new PolicyId("policy-0a"), null),
            new HandoverOutcome(steps.get(1), null, denied),
            new HandoverOutcome(steps.get(2), null, null));
    HandoverMojo handover = bench.handover();
    handover.dryRun = false;

    assertThatThrownBy(handover::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("PERMISSION_DENIED: tried to make; no. Allow it");

    assertThat(bench.cloud.handedOver).isTrue();
    assertThat(bench.seen())
        .contains("info policy policy-0a (no copies): changed")
        .contains("info policy for (us-east-1): failed")
        .contains("info vol-data: tagged");
    String report = bench.report("ebs-handover.json");
    assertThat(ReportSchema.errors("ebs-handover-1", report)).isEmpty();
    assertThat(report).contains("\"changed\" : true", "\"action\" : \"failed\"");
  }

  @Test
  void where_all_is_so_already_nothing_is_to_do() throws Exception {
    bench.cloud.handover =
        new HandoverResult(
            new HandoverPlan(
                Samples.WEST, Samples.handover().plan().steps().subList(3, 4), List.of()),
            List.of(),
            Samples.START,
            Duration.ZERO);

    bench.handover().execute();

    assertThat(bench.seen())
        .endsWith("Nothing to do: the scheduler has 1 volume as the volumes file says.");
  }

  @Test
  void what_the_user_says_is_what_is_asked() throws Exception {
    HandoverMojo handover = bench.handover();
    handover.schedule = "6h@01:30";
    handover.keepLast = 28;
    handover.keepCopiesDays = 30;
    handover.encryptCopies = true;
    handover.kmsKeyId = "alias/backup";

    handover.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new HandoverRequest(
                folder.resolve("volumes.csv"),
                Samples.WEST,
                new HandoverRules(
                    Samples.ROLE,
                    new LifecycleSchedule.Every(6, LocalTime.of(1, 30)),
                    28,
                    30,
                    true,
                    "alias/backup")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5h", "24h@25:00", "daily", "cron(0 3)", ""})
  void a_schedule_that_is_none_is_refused(String schedule) {
    HandoverMojo handover = bench.handover();
    handover.schedule = schedule;

    assertThatThrownBy(handover::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to read '" + schedule + "' as a schedule; ")
        .hasMessageEndingWith("(parameter <schedule>, -Debs.schedule)");
  }

  @Test
  void a_role_is_needed_and_a_number_of_days_is_one() {
    HandoverMojo handover = bench.handover();
    handover.role = " ";
    assertThatThrownBy(handover::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("none is named")
        .hasMessageEndingWith("(parameter <role>, -Debs.role)");
    HandoverMojo odd = bench.handover();
    odd.keepCopiesDays = 0;
    assertThatThrownBy(odd::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("'0' as a number of days");
  }

  @Test
  void policy_is_printed_and_written() throws Exception {
    HandoverMojo handover = bench.handover();
    handover.printPolicy = true;

    handover.execute();

    assertThat(bench.report("ebs-policy.json")).contains("2012-10-17");
  }
}
