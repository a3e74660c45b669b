package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneMojoTest {
  private static final Snapshot NEW = Samples.snapshot("snap-2", "completed", 100);
  private static final Snapshot OLD = Samples.snapshot("snap-1", "completed", 100);

  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
    bench.cloud.prune = result(List.of(), false);
  }

  @Test
  void a_dry_run_is_what_happens_unless_asked_otherwise() throws Exception {
    bench.prune().execute();

    assertThat(bench.cloud.pruned).isFalse();
    assertThat(bench.seen())
        .isEqualTo(
            """
            info VOLUME    REGION     STARTED AT (UTC)  RUN      SNAPSHOT  ACTION  WHY
            info vol-data  us-west-1  2026-11-25 10:00  build-7  snap-2    keep    one of the last 7
            info vol-data  us-west-1  2026-11-25 10:00  build-7  snap-1    remove  no rule keeps it
            info 1 of 2 snapshots would be removed; to remove them: -Debs.dryRun=false, report target/quartermaster/ebs-prune.html""");
    assertThat(ReportSchema.errors("ebs-prune-1", bench.report("ebs-prune.json"))).isEmpty();
    assertThat(bench.report("ebs-prune.json"))
        .contains("\"dryRun\" : true", "\"changed\" : false", "\"EXPIRED\"");
    assertThat(bench.report("ebs-prune.html")).contains("no rule keeps it", "would be removed");
  }

  @Test
  void what_is_removed_is_told_and_what_is_spared_says_why() throws Exception {
    Problem inUse =
        Problem.warning(ProblemCode.PRUNE_FAILED, "snap-2", "tried to remove; in use", "Wait");
    bench.cloud.prune =
        new PruneResult(
            new PrunePlan(
                List.of(entry(NEW, PruneReason.Kind.EXPIRED), entry(OLD, PruneReason.Kind.EXPIRED)),
                List.of(),
                false),
            List.of(
                new Removal(OLD, Removal.Status.REMOVED, null),
                new Removal(NEW, Removal.Status.SPARED, inUse)),
            Samples.START,
            Duration.ofSeconds(2));
    PruneMojo prune = bench.prune();
    prune.dryRun = false;

    prune.execute();

    assertThat(bench.cloud.pruned).isTrue();
    assertThat(bench.seen())
        .contains("snap-2    spared   tried to remove; in use")
        .contains("snap-1    removed  ")
        .contains("warn PRUNE_FAILED: tried to remove; in use. Wait")
        .contains("1 of 2 snapshots removed in 2.0 s");
    assertThat(ReportSchema.errors("ebs-prune-1", bench.report("ebs-prune.json"))).isEmpty();
  }

  @Test
  void rules_and_regions_are_those_that_the_user_names() throws Exception {
    PruneMojo prune = bench.prune();
    prune.keepLast = 3;
    prune.keepDaily = 14;
    prune.keepWeekly = 8;
    prune.keepMonthly = 12;
    prune.keepYearly = 2;
    prune.timeZone = "Europe/Berlin";
    prune.maxPrune = 80;
    prune.regions = List.of("us-east-1");

    prune.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new PruneRequest(
                List.of(Samples.EAST),
                new RetentionPolicy(3, 14, 8, 12, 2, ZoneId.of("Europe/Berlin")),
                80,
                folder.resolve(".quartermaster")));
  }

  @Test
  void a_plan_that_is_refused_fails_the_build_and_names_the_way() {
    bench.cloud.prune = result(List.of(tooMuch()), true);

    assertThatThrownBy(bench.prune()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("Allow more (parameter <maxPrune>, -Debs.maxPrune)");
    assertThat(bench.seen()).contains("snap-1    remove  no rule keeps it");
  }

  @Test
  void rules_that_keep_nothing_and_unknown_zones_and_odd_parts_are_refused() {
    PruneMojo nothing = bench.prune();
    nothing.keepLast = 0;
    assertThatThrownBy(nothing::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("Keep at least one (parameter <keepLast>, -Debs.keepLast)");
    PruneMojo nowhere = bench.prune();
    nowhere.timeZone = "Europe/Atlantis";
    assertThatThrownBy(nowhere::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("'Europe/Atlantis' as a time zone");
    PruneMojo odd = bench.prune();
    odd.maxPrune = 101;
    assertThatThrownBy(odd::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("it is not from 0 to 100");
  }

  @Test
  void policy_is_printed_and_written() throws Exception {
    PruneMojo prune = bench.prune();
    prune.printPolicy = true;

    prune.execute();

    assertThat(bench.seen()).contains("info   \"Version\" : \"2012-10-17\"\n");
    assertThat(bench.report("ebs-policy.json")).contains("2012-10-17");
  }

  private static Problem tooMuch() {
    return Problem.error(ProblemCode.PRUNE_TOO_MUCH, "vol-data", "tried to plan", "Allow more");
  }

  private static PruneResult result(List<Problem> problems, boolean refused) {
    return new PruneResult(
        new PrunePlan(
            List.of(entry(NEW, PruneReason.Kind.LAST), entry(OLD, PruneReason.Kind.EXPIRED)),
            problems,
            refused),
        List.of(),
        Samples.START,
        Duration.ZERO);
  }

  private static PruneEntry entry(Snapshot snapshot, PruneReason.Kind kind) {
    String text = kind.isToGo() ? "no rule keeps it" : "one of the last 7";
    return new PruneEntry(snapshot, List.of(new PruneReason(kind, text)));
  }
}
