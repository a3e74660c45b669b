package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.RestoreRequest;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void new_volumes_are_told_and_the_commands_that_put_them_in_place() throws Exception {
    ready().execute();

    assertThat(bench.cloud.did).isEqualTo("restore");
    assertThat(bench.seen())
        .isEqualTo(
            """
            info OLD VOLUME  SNAPSHOT  NEW VOLUME  TYPE                     SIZE     ZONE        STATE
            info vol-data    snap-1    vol-new     gp3 3000 IOPS 125 MiB/s  100 GiB  us-west-1a  available
            info To put the new volumes in the place of the old ones, which nobody does for you:
            info   aws ec2 stop-instances --region us-west-1 --instance-ids i-0a
            info   aws ec2 wait instance-stopped --region us-west-1 --instance-ids i-0a
            info   aws ec2 detach-volume --region us-west-1 --volume-id vol-data
            info   aws ec2 wait volume-available --region us-west-1 --volume-ids vol-data
            info   aws ec2 attach-volume --region us-west-1 --volume-id vol-new --instance-id i-0a --device /dev/sdf
            info   aws ec2 start-instances --region us-west-1 --instance-ids i-0a
            info 1 new volume made in 12 s, restore ticket-99, report target/quartermaster/ebs-restore.html""");
    assertThat(ReportSchema.errors("ebs-restore-1", bench.report("ebs-restore.json"))).isEmpty();
    assertThat(bench.report("ebs-restore.json"))
        .contains("\"complete\" : true", "\"volumeId\" : \"vol-new\"", "aws ec2 attach-volume");
    assertThat(bench.report("ebs-restore.html")).contains("vol-new", "aws ec2 attach-volume");
  }

  @Test
  void a_dry_run_makes_nothing() throws Exception {
    RestoreMojo restore = ready();
    restore.dryRun = true;

    restore.execute();

    assertThat(bench.cloud.did).isEqualTo("nothing");
    assertThat(bench.seen())
        .contains("us-west-1a  create\n", "1 new volume would be made, restore ticket-99");
    assertThat(ReportSchema.errors("ebs-restore-1", bench.report("ebs-restore.json"))).isEmpty();
  }

  @Test
  void what_is_there_already_is_nothing_to_do_and_an_instance_that_is_gone_is_for_the_user()
      throws Exception {
    bench.cloud.restore = RestoreSamples.adopted();

    ready().execute();

    assertThat(bench.seen())
        .contains("instead of INSTANCE the id of the instance", "--instance-id INSTANCE")
        .contains("Nothing to do: 1 new volume can be used already, restore ticket-99");
  }

  @Test
  void what_is_asked_for_is_what_the_user_names() throws Exception {
    RestoreMojo restore = ready();
    restore.from = "us-east-1";
    restore.volumes = List.of("vol-1", " vol-2 ");
    restore.volumeType = "gp3";
    restore.zone = "us-east-1b";
    restore.kmsKeyId = "alias/backup";
    restore.restoreId = "ticket-99";
    restore.safetySnapshot = true;
    restore.timeout = "30m";

    restore.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new RestoreRequest(
                new RunId("build-7"),
                Samples.EAST,
                List.of(new VolumeId("vol-1"), new VolumeId("vol-2")),
                new RestoreRules("gp3", "us-east-1b", "alias/backup"),
                new RunId("ticket-99"),
                true,
                folder.resolve(".quartermaster"),
                Duration.ofMinutes(30)));
  }

  @Test
  void what_is_refused_fails_the_build_and_says_that_nothing_was_made() {
    bench.cloud.restore = RestoreSamples.refused();

    assertThatThrownBy(ready()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("RESTORE_IMPOSSIBLE: tried to plan a new volume for vol-data")
        .hasMessageContaining("(parameter <volumes>, -Debs.volumes)")
        .hasMessageContaining("No volume was made.");
    assertThat(bench.seen()).contains("us-west-1a  impossible");
  }

  @Test
  void a_run_must_be_named() {
    RestoreMojo restore = bench.restore();

    assertThatThrownBy(restore::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ebs:list")
        .hasMessageContaining("(parameter <run>, -Debs.run)");
  }

  @Test
  void what_cannot_be_a_volume_a_zone_or_a_name_is_said_with_its_parameter() {
    RestoreMojo volumes = ready();
    volumes.volumes = List.of("vol 1");
    assertThatThrownBy(volumes::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("(parameter <volumes>, -Debs.volumes)");
    RestoreMojo zone = ready();
    zone.zone = "us east";
    assertThatThrownBy(zone::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("(parameter <zone>, -Debs.zone)");
    RestoreMojo type = ready();
    type.volumeType = "$(reboot)";
    assertThatThrownBy(type::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("(parameter <volumeType>, -Debs.volumeType)");
    RestoreMojo id = ready();
    id.restoreId = "../other";
    assertThatThrownBy(id::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("(parameter <restoreId>, -Debs.restoreId)");
  }

  @Test
  void policy_is_printed_and_written() throws Exception {
    RestoreMojo restore = ready();
    restore.printPolicy = true;

    restore.execute();

    assertThat(bench.report("ebs-policy.json")).contains("2012-10-17");
  }

  private RestoreMojo ready() {
    RestoreMojo restore = bench.restore();
    restore.run = "build-7";
    return restore;
  }
}
