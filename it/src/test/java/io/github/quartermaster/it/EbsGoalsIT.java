package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.BlockDamage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The goals of the {@code ebs} plugin in real Mavens, against an emulated EC2. */
class EbsGoalsIT {
  private static final String DATA = "vol-0a1b2c3d4e5f60001";
  private static final String INDEX = "vol-0a1b2c3d4e5f60002";
  private static final String WEST = "us-west-2";
  private static final String VOLUMES =
      """
      # volume id, description, destination regions
      %s, Content store, %s
      %s, Solr indexes
      """
          .formatted(DATA, WEST, INDEX);

  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  /** A folder without a project. */
  private static Path folder(String name) {
    Path folder = Place.work("ebs-" + name);
    try {
      Files.writeString(folder.resolve("volumes.csv"), VOLUMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void all_goals_run_without_a_project(Maven maven) {
    Path folder = folder("no-project-" + maven.version());
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      maven
          .run(
              folder,
              Goals.ofEbs("plan", "backup", "list"),
              aws.options("-Debs.run=build-7", "-Debs.printPolicy"))
          .succeeds()
          .prints(
              "VOLUME DESCRIPTION SIZE SNAPSHOT COPIES WHY",
              DATA + " Content store 8 GiB create create in full in us-west-2 first snapshot…",
              INDEX + " Solr indexes 8 GiB create - first snapshot…",
              "Run build-7, expected to cost about …",
              "…\"Version\"…2012-10-17…",
              "2 snapshots and 1 copy of 2 volumes would be made, run build-7, report …ebs-plan.html",
              DATA + " (Content store): snapshot snap-… begun in us-east-1",
              DATA + " (Content store): copy snap-… begun in us-west-2",
              "VOLUME DESCRIPTION SNAPSHOT STATE COPIES",
              DATA + " Content store snap-… completed us-west-2 snap-… completed",
              "2 volumes backed up (2 snapshots, 1 copy) in … run build-7, report …ebs-backup.html",
              DATA + " …build-7 …snapshot 8 GiB completed…",
              "2 snapshots and 1 copy of 2 volumes, report …ebs-list.json");
      assertThat(aws.creations()).isEqualTo(3);
      assertThat(aws.snapshots(WEST)).hasSize(1);
    }
    assertThat(folder.resolve("target/quartermaster"))
        .isDirectoryContaining("glob:**/ebs-plan.json")
        .isDirectoryContaining("glob:**/ebs-policy.json")
        .isDirectoryContaining("glob:**/ebs-backup.json")
        .isDirectoryContaining("glob:**/TEST-ebs-backup.xml")
        .isDirectoryContaining("glob:**/ebs-list.json");
    assertThat(folder.resolve(".quartermaster/ebs-build-7.journal")).exists();
    assertThat(folder.resolve("${project.basedir}")).doesNotExist();
  }

  @Test
  void a_second_run_of_the_same_id_changes_nothing_also_on_another_machine() {
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(folder("first-machine"), Goals.ofEbs("backup"), aws.options("-Debs.run=build-8"))
          .succeeds();
      long creations = aws.creations();
      Path other = folder("second-machine");

      Maven.current()
          .run(other, Goals.ofEbs("backup"), aws.options("-Debs.run=build-8"))
          .succeeds()
          .prints(
              DATA + " Content store 8 GiB adopt adopt in us-west-2 this run made snap-…",
              "Nothing to do: run build-8 is complete, 2 volumes with 2 snapshots and 1 copy.");

      assertThat(aws.creations()).isEqualTo(creations);
      assertThat(other.resolve("target/quartermaster/ebs-backup.json"))
          .content()
          .contains("\"changed\" : false", "\"complete\" : true");
    }
  }

  @Test
  void a_missing_volume_fails_its_line_and_the_build_and_no_other_line() {
    Path folder = folder("missing-volume");
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA)) {
      Maven.current()
          .run(folder, Goals.ofEbs("backup"), aws.options("-Debs.run=build-9"))
          .fails()
          .prints(
              DATA + " Content store snap-… completed us-west-2 snap-… completed",
              INDEX + " Solr indexes - failed -",
              "…" + INDEX + " (Solr indexes) is not backed up: VOLUME_NOT_FOUND: …",
              "…-Debs.run=build-9");
      assertThat(aws.snapshots(EmulatedAws.REGION)).hasSize(1);
      assertThat(aws.snapshots(WEST)).hasSize(1);
    }
    assertThat(folder.resolve("target/quartermaster/TEST-ebs-backup.xml"))
        .content()
        .contains("tests=\"3\" failures=\"1\"", "type=\"VOLUME_NOT_FOUND\"");
  }

  @Test
  void a_run_that_nobody_waits_for_can_be_awaited_elsewhere() {
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(
              folder("no-wait"),
              Goals.ofEbs("backup"),
              aws.options("-Debs.run=build-10", "-Debs.wait=false"))
          .succeeds()
          .prints("2 volumes under way …mvn ebs:await -Debs.run=build-10…");
      assertThat(aws.snapshots(WEST)).isEmpty();

      Maven.current()
          .run(folder("awaiting"), Goals.ofEbs("await"), aws.options("-Debs.run=build-10"))
          .succeeds()
          .prints("2 volumes backed up (2 snapshots, 1 copy) …run build-10, report …await.html");

      assertThat(aws.snapshots(EmulatedAws.REGION)).hasSize(2);
      assertThat(aws.snapshots(WEST)).hasSize(1);
    }
  }

  @Test
  void an_application_is_frozen_for_one_snapshot_at_a_time_and_let_go() {
    Path folder = folder("freeze");
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(
              folder,
              Goals.ofEbs("backup"),
              aws.options(
                  "-Debs.wait=false",
                  // fails where the other volume's freeze is still on
                  "-Debs.freeze=mkdir,frozen",
                  "-Debs.thaw=rm,-rf,frozen"))
          .succeeds();
      assertThat(aws.snapshots(EmulatedAws.REGION)).hasSize(2);
    }
    assertThat(folder.resolve("frozen")).doesNotExist();
  }

  @Test
  void maven_may_be_offline_where_the_cloud_is_on_this_machine() {
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(folder("local"), Goals.ofEbs("plan"), aws.options("-o"))
          .succeeds()
          .prints("2 snapshots and 1 copy of 2 volumes would be made…");
    }
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void modules_inherit_the_execution_and_the_root_runs_it_once(Maven maven) {
    Path project =
        Place.copy(
            Place.projects().resolve("backup"), Place.work("ebs-reactor-" + maven.version()));
    String version = "-Dquartermaster.version=" + Place.version();
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA)) {
      maven
          .run(project, List.of("-T2", "verify"), aws.options(version))
          .succeeds()
          .prints(
              "1 volume backed up (1 snapshot) …",
              "Skipped: runs once, in the root.",
              // a module waits for the run that the root has made, by its property
              "Nothing to do: run … is complete, 1 volume with 1 snapshot.")
          .doesNotPrint("not marked as thread-safe");
      assertThat(aws.creations()).isEqualTo(1);
    }
  }

  @Test
  void retention_removes_what_it_has_shown_before() {
    Path folder = folder("prune");
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      for (int night = 1; night <= 3; night++) {
        Maven.current()
            .run(folder, Goals.ofEbs("backup"), aws.options("-Debs.run=night-" + night))
            .succeeds();
        aws.ec2().clock().advance(Duration.ofDays(1));
      }

      Maven.current()
          .run(folder, Goals.ofEbs("prune"), aws.options("-Debs.keepLast=0", "-Debs.keepDaily=2"))
          .succeeds()
          .prints(
              "VOLUME REGION STARTED AT (UTC) RUN SNAPSHOT ACTION WHY",
              DATA + " us-east-1 …night-3 snap-… keep last of …",
              DATA + " us-east-1 …night-2 snap-… keep last of …",
              DATA + " us-east-1 …night-1 snap-… remove no rule keeps it",
              DATA + " us-west-2 …night-1 snap-… remove no rule keeps it",
              "3 of 9 snapshots would be removed; to remove them: -Debs.dryRun=false, report …");
      assertThat(aws.snapshots(EmulatedAws.REGION)).hasSize(6);
      assertThat(aws.snapshots(WEST)).hasSize(3);

      Maven.current()
          .run(
              folder,
              Goals.ofEbs("prune"),
              aws.options("-Debs.keepLast=0", "-Debs.keepDaily=2", "-Debs.dryRun=false"))
          .succeeds()
          .prints(
              DATA + ": snap-… removed in us-…",
              "3 of 9 snapshots removed in …, report …ebs-prune.html");
      assertThat(Stream.of(EmulatedAws.REGION, WEST).flatMap(each -> aws.snapshots(each).stream()))
          .hasSize(6)
          .allMatch(each -> each.tags().get("ebs-core:run").matches("night-[23]"));
    }
  }

  @Test
  void a_run_is_verified_down_to_its_blocks() {
    Path folder = folder("verify");
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(
              folder,
              Goals.ofEbs("backup", "verify"),
              aws.options("-Debs.run=build-12", "-Debs.level=sample", "-Debs.sample=3"))
          .succeeds()
          .prints(
              "Reading blocks of 3 snapshots: up to 6 lists and 12 blocks, seed …",
              "VOLUME RUN REGION SNAPSHOT KIND SIZE STATE BLOCKS RESULT",
              DATA + " build-12 us-east-1 snap-… snapshot 8 GiB completed 40, 4 read, ext2… good",
              DATA + " build-12 us-west-2 snap-… copy 8 GiB completed 40, 4 read, ext2… good",
              "2 snapshots and 1 copy of 2 volumes verified, … report …ebs-verify.html");

      String copy = aws.snapshots(WEST).get(0).id();
      aws.ec2().account().damage(WEST, copy, 3, BlockDamage.MISSING);
      Maven.current()
          .run(folder, Goals.ofEbs("verify"), aws.options("-Debs.run=build-12", "-Debs.level=map"))
          .fails()
          .prints(
              DATA + " build-12 us-west-2 " + copy + " copy 8 GiB completed 39 BLOCKS_DIFFER",
              "…BLOCKS_DIFFER: tried to verify the blocks of " + copy + "… it lacks block 1 (3)…");
    }
    assertThat(folder.resolve("target/quartermaster/TEST-ebs-verify.xml"))
        .content()
        .contains("tests=\"3\" failures=\"1\"", "type=\"BLOCKS_DIFFER\"");
  }

  @Test
  void volumes_are_handed_over_to_the_clouds_own_scheduler_once() {
    Path folder = folder("handover");
    String role = "-Debs.role=arn:aws:iam::111122223333:role/scheduler";
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(folder, Goals.ofEbs("handover"), aws.options(role))
          .succeeds()
          .prints(
              "WHAT ACTION SETTING IS IS TO BE",
              "policy for (us-west-2) create copy to us-west-2 - kept 7 days",
              DATA + " tag ebs-core:handover - us-west-2",
              "4 changes would be made; to make them: -Debs.dryRun=false, report …");
      assertThat(aws.ec2().account().policies(EmulatedAws.REGION)).isEmpty();

      Maven.current()
          .run(folder, Goals.ofEbs("handover"), aws.options(role, "-Debs.dryRun=false"))
          .succeeds()
          .prints("4 changes made in … the scheduler has 2 volumes, report …");
      assertThat(aws.ec2().account().policies(EmulatedAws.REGION)).hasSize(2);

      Maven.current()
          .run(
              folder,
              Goals.ofEbs("handover"),
              aws.options(role, "-Debs.dryRun=false", "-Debs.schedule=12h@03:00"))
          .succeeds()
          .prints(
              "policy policy-… (us-west-2) changed copy to us-west-2 kept 7 days kept 4 days",
              "2 changes made in … the scheduler has 2 volumes, report …");

      Maven.current()
          .run(
              folder,
              Goals.ofEbs("handover"),
              aws.options(role, "-Debs.dryRun=false", "-Debs.schedule=12h@03:00"))
          .succeeds()
          .prints("Nothing to do: the scheduler has 2 volumes as the volumes file says.");
    }
  }

  @Test
  void offline_maven_says_so_instead_of_trying() {
    Maven.current()
        .run(folder("offline"), Goals.ofEbs("plan"), "-o", "-Debs.region=us-east-1")
        .fails()
        .prints("…tried to call AWS; Maven is offline…");
  }

  @Test
  void help_tells_of_every_goal() {
    Maven.current()
        .run(Place.work("ebs-help"), Goals.ofEbs("help"))
        .succeeds()
        .prints(
            "ebs:await",
            "ebs:backup",
            "ebs:drill",
            "ebs:handover",
            "ebs:help",
            "ebs:list",
            "ebs:plan",
            "ebs:prune",
            "ebs:restore",
            "ebs:verify");
  }
}
