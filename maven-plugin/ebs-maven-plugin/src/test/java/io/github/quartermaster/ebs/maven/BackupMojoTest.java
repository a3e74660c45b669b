package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.BackupRequest;
import io.github.quartermaster.ebs.JournalPlace;
import io.github.quartermaster.ebs.VolumeSelection;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.FreezeHooks;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.maven.ReportSchema;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupMojoTest {
  @TempDir Path folder;

  private Workbench bench;
  private BackupMojo backup;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
    backup = bench.backup();
  }

  @Test
  void complete_run_is_told_and_reported() throws Exception {
    backup.execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info VOLUME     DESCRIPTION       SIZE  SNAPSHOT  COPIES                       WHY
            info vol-data   Content store  100 GiB  create    create in full in us-east-1  first snapshot, stored in full
            info vol-index  -              100 GiB  create    -                            stores what has changed
            info Run build-7, expected to cost about 1.75 USD (storage for a month 1.25, transfer 0.50), at most 17.50 if everything has changed
            info VOLUME     DESCRIPTION    SNAPSHOT  STATE      COPIES
            info vol-data   Content store  snap-1    completed  us-east-1 snap-c completed
            info vol-index  -              snap-2    completed  -
            info 2 volumes backed up (2 snapshots, 1 copy) in 4 min 5 s, run build-7, report target/quartermaster/ebs-backup.html""");
    assertThat(ReportSchema.errors("ebs-backup-1", bench.report("ebs-backup.json"))).isEmpty();
    assertThat(bench.report("TEST-ebs-backup.xml")).contains("tests=\"3\" failures=\"0\"");
    assertThat(bench.cloud.closed).isTrue();
  }

  @Test
  void run_that_is_complete_already_changes_nothing_and_says_so() throws Exception {
    bench.cloud.result = Samples.complete(false);

    backup.execute();

    assertThat(bench.seen())
        .endsWith(
            "info Nothing to do: run build-7 is complete, 2 volumes with 2 snapshots and 1 copy.");
    assertThat(bench.report("ebs-backup.json")).contains("\"changed\" : false");
  }

  @Test
  void failed_volume_fails_the_build_with_reason_and_way_out() throws Exception {
    bench.cloud.result = Samples.withoutIndex();

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            """
            vol-index is not backed up: VOLUME_NOT_FOUND: tried to find vol-index in us-west-1; there is no such volume. Correct the id, or name the region that it is in (parameter <region>, -Debs.region)
            To take up the run again, which keeps what is done: the same command with -Debs.run=build-7
            All of it: report\s"""
                + folder.resolve("target/quartermaster/ebs-backup.html"));
    assertThat(ReportSchema.errors("ebs-backup-1", bench.report("ebs-backup.json"))).isEmpty();
    assertThat(bench.report("ebs-backup.json")).contains("\"complete\" : false");
  }

  @Test
  void what_is_merely_late_can_be_awaited() {
    bench.cloud.result = Samples.late();

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("vol-data (Content store) is not backed up: NOT_FINISHED: ")
        .hasMessageContaining("To go on waiting: mvn ebs:await -Debs.run=build-7");
  }

  @Test
  void refused_plan_fails_the_build_and_is_reported() throws Exception {
    bench.cloud.result = Samples.refused();

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("COST_TOO_HIGH: tried to plan run build-7; it is expected to cost")
        .hasMessageContaining("(parameter <maxCost>, -Debs.maxCost)");
    assertThat(ReportSchema.errors("ebs-backup-1", bench.report("ebs-backup.json"))).isEmpty();
    assertThat(bench.report("ebs-backup.json")).contains("\"untouched\"");
  }

  @Test
  void cores_exception_names_the_parameter() {
    bench.cloud.failure =
        Problem.error(
            ProblemCode.VOLUMES_FILE_UNREADABLE,
            "volumes.csv",
            "tried to read volumes.csv; it is not there",
            "Write it");

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "VOLUMES_FILE_UNREADABLE: tried to read volumes.csv; it is not there. Write it"
                + " (parameter <volumesFile>, -Debs.volumesFile)");
    assertThat(bench.cloud.closed).isTrue();
  }

  @Test
  void run_that_nobody_waits_for_ends_well_and_says_how_to_wait() throws Exception {
    bench.cloud.result = Samples.underWay();
    backup.wait = false;

    backup.execute();

    assertThat(request().awaited()).isFalse();
    assertThat(bench.seen())
        .contains("info vol-data   Content store  snap-1    pending 40 %  us-east-1 waiting\n")
        .contains(
            "info 2 volumes under way (2 of 2 snapshots and 1 copy begun), run build-7; to wait for"
                + " the rest: mvn ebs:await -Debs.run=build-7, report ");
    assertThat(bench.report("TEST-ebs-backup.xml")).contains("skipped=\"3\"");
  }

  @Test
  void later_executions_find_the_snapshots_as_properties() throws Exception {
    backup.execute();

    assertThat(bench.project().getProperties())
        .containsEntry("ebs.result.run", "build-7")
        .containsEntry("ebs.result.complete", "true")
        .containsEntry("ebs.result.snapshots", "snap-1,snap-2")
        .containsEntry("ebs.snapshot.vol-data", "snap-1")
        .containsEntry("ebs.copy.vol-data.us-east-1", "snap-c");
  }

  @Test
  void defaults_are_those_of_the_documentation() throws Exception {
    backup.execute();

    assertThat(request())
        .isEqualTo(
            BackupRequest.builder(
                    new VolumeSelection.FromFile(folder.resolve("volumes.csv")),
                    Samples.WEST,
                    new JournalPlace.Directory(folder.resolve(".quartermaster")))
                .timeout(Duration.ofHours(4))
                .build());
    assertThat(bench.cloud.profile).isNull();
  }

  @Test
  void every_parameter_reaches_the_core() throws Exception {
    Files.writeString(folder.resolve("prices"), "storedGibMonth=0.04\ncurrency=EUR\n");
    backup.instance = "i-1";
    backup.destinations = List.of("eu-west-1", " ", " us-east-1 ");
    backup.region = "eu-central-1";
    backup.profile = "backup";
    backup.run = "4711";
    backup.journal = new File("run.journal");
    backup.timeout = "1h30m";
    backup.consistency = "instance";
    backup.encryptCopies = true;
    backup.kmsKeyId = "alias/backup";
    backup.copyWithin = "PT2H";
    backup.maxCost = "12.50";
    backup.pricesFile = new File("prices");
    backup.freeze = List.of("fsfreeze", "-f", "/srv");
    backup.thaw = List.of("fsfreeze", "-u", "/srv");
    backup.thawDeadline = "20 s";

    backup.execute();

    Prices defaults = Prices.DEFAULTS;
    assertThat(request())
        .isEqualTo(
            BackupRequest.builder(
                    new VolumeSelection.OfInstance(
                        new InstanceId("i-1"), List.of(new Region("eu-west-1"), Samples.EAST)),
                    new Region("eu-central-1"),
                    new JournalPlace.File(folder.resolve("run.journal")))
                .run(new RunId("4711"))
                .timeout(Duration.ofMinutes(90))
                .rules(
                    new BackupRules(
                        Consistency.INSTANCE,
                        true,
                        "alias/backup",
                        Duration.ofHours(2),
                        new BigDecimal("12.50"),
                        new Prices(
                            new BigDecimal("0.04"),
                            defaults.transferredGib(),
                            defaults.changedShare(),
                            "EUR")))
                .freezeHooks(
                    new FreezeHooks(
                        List.of("fsfreeze", "-f", "/srv"),
                        List.of("fsfreeze", "-u", "/srv"),
                        Duration.ofSeconds(20)))
                .build());
    assertThat(bench.cloud.profile).isEqualTo("backup");
  }

  @Test
  void journal_may_be_named_by_its_folder() throws Exception {
    backup.journal = Files.createDirectory(folder.resolve("journals")).toFile();

    backup.execute();

    assertThat(request().journal())
        .isEqualTo(new JournalPlace.Directory(folder.resolve("journals")));
  }

  @Test
  void dry_run_is_the_plan() throws Exception {
    backup.dryRun = true;

    backup.execute();

    assertThat(bench.seen())
        .contains("info 2 snapshots and 1 copy of 2 volumes would be made, run build-7, report ");
    assertThat(bench.report("ebs-plan.json")).contains("quartermaster.ebs.plan/1");
    assertThat(folder.resolve("target/quartermaster/ebs-backup.json")).doesNotExist();
  }

  @Test
  void freeze_alone_is_refused() {
    backup.freeze = List.of("fsfreeze");

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("Name both (parameter <thaw>, -Debs.thaw)");
  }

  @Test
  void a_cloud_that_nobody_knows_is_refused_with_those_that_are_known() {
    backup.provider = "azure";
    backup.instead = null;

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("aws, openstack")
        .hasMessageEndingWith("(parameter <provider>, -Debs.provider)");
  }

  @Test
  void openstack_is_reached_as_its_own_file_says() throws Exception {
    backup.provider = "openstack";
    backup.cloud = "production";
    backup.region = "RegionOne";
    backup.cloudsFile = new File("no-such-clouds.yaml");
    backup.instead = null;

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("tried to read how to reach OpenStack; ")
        .hasMessageContaining("no-such-clouds.yaml cannot be read (NoSuchFileException)");
  }

  @Test
  void a_greatest_cost_needs_prices_where_the_cloud_has_no_list() {
    backup.provider = "openstack";
    backup.maxCost = "10";

    assertThatThrownBy(backup::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("there is no price list of this cloud")
        .hasMessageEndingWith("(parameter <pricesFile>, -Debs.pricesFile)");
  }

  @Test
  void offline_maven_does_not_call_the_cloud() {
    BackupMojo offline = bench.offline().backup();

    assertThatThrownBy(offline::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to call AWS; Maven is offline. Leave out -o, or <offline> in settings.xml");
    assertThat(bench.cloud.asked).isNull();
  }

  @Test
  void skipped_goal_asks_nobody() throws Exception {
    backup.skip = true;

    backup.execute();

    assertThat(bench.cloud.asked).isNull();
    assertThat(bench.seen()).isEqualTo("info Skipped, as ebs.skip says.");
  }

  @Test
  void malformed_values_are_named_with_their_parameter() {
    backup.run = "a b";
    assertThatThrownBy(backup::execute).hasMessageEndingWith("(parameter <run>, -Debs.run)");
    backup.run = null;
    backup.maxCost = "ten";
    assertThatThrownBy(backup::execute)
        .hasMessageEndingWith("such as 12.50 (parameter <maxCost>, -Debs.maxCost)");
    backup.maxCost = null;
    backup.region = "us west";
    assertThatThrownBy(backup::execute).hasMessageEndingWith("(parameter <region>, -Debs.region)");
  }

  private BackupRequest request() {
    return (BackupRequest) bench.cloud.asked;
  }
}
