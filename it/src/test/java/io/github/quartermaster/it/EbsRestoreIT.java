package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ebs:restore} and {@code ebs:drill} in real Mavens, against an emulated EC2. */
class EbsRestoreIT {
  private static final String DATA = "vol-0a1b2c3d4e5f60001";
  private static final String INDEX = "vol-0a1b2c3d4e5f60002";

  static Stream<Maven> mavens() {
    return Maven.oldestAndNewest();
  }

  private static Path folder(String name) throws Exception {
    Path folder = Place.work("ebs-" + name);
    Files.writeString(
        folder.resolve("volumes.csv"), DATA + ", Content store\n" + INDEX + ", Solr indexes\n");
    return folder;
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void what_was_backed_up_comes_back_when_the_volumes_are_gone(Maven maven) throws Exception {
    Path folder = folder("restore-" + maven.version());
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      maven.run(folder, Goals.ofEbs("backup"), aws.options("-Debs.run=release-7")).succeeds();
      aws.ec2().account().remove(EmulatedAws.REGION, DATA).remove(EmulatedAws.REGION, INDEX);

      maven
          .run(
              folder,
              Goals.ofEbs("restore"),
              aws.options("-Debs.run=release-7", "-Debs.dryRun", "-Debs.restoreId=one"))
          .succeeds()
          .prints(
              "OLD VOLUME SNAPSHOT NEW VOLUME TYPE SIZE ZONE STATE",
              DATA + " snap-… - gp3 3000 IOPS 125 MiB/s 8 GiB us-east-1a create",
              "2 new volumes would be made, restore one, report …ebs-restore.html");
      assertThat(volumes(aws)).isEmpty();

      maven
          .run(
              folder,
              Goals.ofEbs("restore"),
              aws.options("-Debs.run=release-7", "-Debs.restoreId=one"))
          .succeeds()
          .prints(
              DATA + ": new volume vol-… begun in us-east-1a from snap-…",
              DATA + ": new volume vol-… can be used",
              DATA + " snap-… vol-… gp3 3000 IOPS 125 MiB/s 8 GiB us-east-1a available",
              "2 new volumes made in … restore one, report …ebs-restore.html");
      assertThat(volumes(aws)).hasSize(2);

      maven
          .run(
              folder,
              Goals.ofEbs("restore"),
              aws.options("-Debs.run=release-7", "-Debs.restoreId=one"))
          .succeeds()
          .prints("Nothing to do: 2 new volumes can be used already, restore one…");
      assertThat(volumes(aws)).hasSize(2);
    }
    assertThat(folder.resolve("target/quartermaster/ebs-restore.json"))
        .content()
        .contains("\"complete\" : true", "\"changed\" : false");
  }

  @Test
  void a_run_that_nobody_knows_fails_and_makes_nothing() throws Exception {
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(folder("restore-unknown"), Goals.ofEbs("restore"), aws.options("-Debs.run=other"))
          .fails()
          .prints("…RUN_UNKNOWN: tried to find run other in us-east-1…");
      assertThat(volumes(aws)).hasSize(2);
    }
  }

  @Test
  void a_drill_lets_a_command_look_and_leaves_nothing_but_evidence() throws Exception {
    Path folder = folder("drill");
    Files.writeString(folder.resolve("look.sh"), "echo $EBS_DRILL_SOURCE_VOLUME >> looked.txt\n");
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA, INDEX)) {
      Maven.current()
          .run(folder, Goals.ofEbs("backup"), aws.options("-Debs.run=night-1"))
          .succeeds();

      Maven.current()
          .run(folder, Goals.ofEbs("drill"), aws.options("-Debs.hook=sh,look.sh"))
          .succeeds()
          .prints(
              "volume vol-… removed in us-east-1",
              "VOLUME SNAPSHOT OF (UTC) SIZE AVAILABLE AFTER HOOK RESULT",
              DATA + " snap-… 8 GiB … s exit 0 passed",
              "2 snapshots restored, looked at and removed again in …, report …ebs-drill.html");
      assertThat(volumes(aws)).extracting(EmulatedVolume::id).containsExactly(DATA, INDEX);
      assertThat(Files.readAllLines(folder.resolve("looked.txt")))
          .containsExactlyInAnyOrder(DATA, INDEX);
      assertThat(folder.resolve("target/quartermaster/TEST-ebs-drill.xml"))
          .content()
          .contains("tests=\"2\" failures=\"0\"");

      Maven.current()
          .run(folder, Goals.ofEbs("drill"), aws.options("-Debs.hook=false"))
          .fails()
          .prints("…DRILL_FAILED: tried to look at the volume made from snap-…false ended with 1…");
      assertThat(volumes(aws)).hasSize(2);
      assertThat(folder.resolve("target/quartermaster/TEST-ebs-drill.xml"))
          .content()
          .contains("tests=\"2\" failures=\"2\"", "type=\"DRILL_FAILED\"");
    }
  }

  @Test
  void a_sweep_removes_what_a_drill_that_was_killed_has_left() throws Exception {
    try (EmulatedAws aws = EmulatedAws.withVolumes(DATA)) {
      String expired = aws.ec2().clock().instant().minus(Duration.ofMinutes(1)).toString();
      aws.ec2()
          .account()
          .add(
              EmulatedVolume.of(EmulatedAws.REGION, "vol-0d0ad000000000001", 8)
                  .withTag("ebs-core:drill", "killed")
                  .withTag("ebs-core:expires", expired));

      Maven.current()
          .run(folder("sweep"), Goals.ofEbs("drill"), aws.options("-Debs.sweep"))
          .succeeds()
          .prints(
              "volume vol-0d0ad000000000001 removed in us-east-1",
              "1 volume of earlier drills removed, report …ebs-drill.html");
      assertThat(volumes(aws)).extracting(EmulatedVolume::id).containsExactly(DATA);
    }
  }

  private static List<EmulatedVolume> volumes(EmulatedAws aws) {
    return aws.ec2().account().volumes(EmulatedAws.REGION);
  }
}
