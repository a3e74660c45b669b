package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** What the descriptor, a POM and the command line make of the goals, inside Maven's container. */
@MojoTest
class DescriptorTest {
  private static final Path BASE = Path.of("").toAbsolutePath();
  private static final String POM =
      """
      <project><build><plugins><plugin>
        <artifactId>ebs-maven-plugin</artifactId>
        <configuration>
          <volumesFile>other.csv</volumesFile>
          <region>eu-west-1</region>
          <profile>backup</profile>
          <run>4711</run>
          <wait>false</wait>
          <timeout>90m</timeout>
          <journal>/var/journal</journal>
          <dryRun>true</dryRun>
          <maxCost>12.50</maxCost>
          <pricesFile>prices.properties</pricesFile>
          <consistency>instance</consistency>
          <encryptCopies>true</encryptCopies>
          <kmsKeyId>alias/backup</kmsKeyId>
          <copyWithin>2h</copyWithin>
          <thaw><arg>sh</arg><arg>-c</arg><arg>a, b</arg></thaw>
          <thawDeadline>20s</thawDeadline>
          <destinations><region>us-east-1</region></destinations>
          <skip>true</skip>
          <reportDirectory>reports</reportDirectory>
        </configuration>
      </plugin></plugins></build></project>
      """;

  private final Workbench bench = new Workbench(BASE);

  @Provides
  MavenProject project() {
    return bench.project();
  }

  @Provides
  MavenSession session() {
    MavenSession session = bench.session();
    session.getUserProperties().setProperty("ebs.freeze", "sudo,fsfreeze,-f,/srv");
    session.getUserProperties().setProperty("ebs.timeout", "1h");
    session.getUserProperties().setProperty("ebs.hook", "./look.sh,--quick");
    session.getUserProperties().setProperty("ebs.regions", "us-east-1,us-west-2");
    return session;
  }

  @Provides
  MojoExecution execution() {
    return bench.execution("backup");
  }

  @Test
  void goals_have_the_defaults_that_the_documentation_names(
      @InjectMojo(goal = "await") AwaitMojo await) {
    assertThat(await.reportDirectory).isEqualTo(BASE.resolve("target/quartermaster").toFile());
    assertThat(await.provider).isEqualTo("aws");
    assertThat(await.region).isNull();
    assertThat(await.run).isNull();
    assertThat(await.journal).isNull();
    assertThat(await.skip).isFalse();
  }

  @Test
  void every_parameter_can_stand_in_a_pom(
      @InjectMojo(goal = "backup", pom = POM) BackupMojo backup) {
    assertThat(backup.volumesFile).isEqualTo(BASE.resolve("other.csv").toFile());
    assertThat(backup.region).isEqualTo("eu-west-1");
    assertThat(backup.profile).isEqualTo("backup");
    assertThat(backup.run).isEqualTo("4711");
    assertThat(backup.wait).isFalse();
    assertThat(backup.timeout).isEqualTo("90m");
    assertThat(backup.journal).isEqualTo(new File("/var/journal"));
    assertThat(backup.dryRun).isTrue();
    assertThat(backup.maxCost).isEqualTo("12.50");
    assertThat(backup.pricesFile).isEqualTo(BASE.resolve("prices.properties").toFile());
    assertThat(backup.consistency).isEqualTo("instance");
    assertThat(backup.encryptCopies).isTrue();
    assertThat(backup.kmsKeyId).isEqualTo("alias/backup");
    assertThat(backup.copyWithin).isEqualTo("2h");
    assertThat(backup.thaw).containsExactly("sh", "-c", "a, b");
    assertThat(backup.thawDeadline).isEqualTo("20s");
    assertThat(backup.destinations).containsExactly("us-east-1");
    assertThat(backup.skip).isTrue();
    assertThat(backup.reportDirectory).isEqualTo(BASE.resolve("reports").toFile());
  }

  @Test
  void commands_on_the_command_line_are_parted_by_commas(
      @InjectMojo(goal = "backup") BackupMojo backup) {
    assertThat(backup.freeze).containsExactly("sudo", "fsfreeze", "-f", "/srv");
    assertThat(backup.timeout).isEqualTo("1h");
    assertThat(backup.wait).isTrue();
    assertThat(backup.thawDeadline).isEqualTo("30s");
  }

  @Test
  void list_looks_where_the_command_line_says(@InjectMojo(goal = "list") ListMojo list) {
    assertThat(list.regions).containsExactly("us-east-1", "us-west-2");
    assertThat(list.format).isEqualTo("table");
  }

  @Test
  void restore_and_drill_do_their_work_unless_told_otherwise(
      @InjectMojo(goal = "restore") RestoreMojo restore,
      @InjectMojo(goal = "drill") DrillMojo drill) {
    assertThat(restore.dryRun).isFalse();
    assertThat(restore.safetySnapshot).isFalse();
    assertThat(restore.restoreId).isNull();
    assertThat(drill.dryRun).isFalse();
    assertThat(drill.sweep).isFalse();
    assertThat(drill.parallel).isEqualTo(4);
    assertThat(drill.hook).containsExactly("./look.sh", "--quick");
    assertThat(drill.hookTimeout).isEqualTo("10m");
    assertThat(drill.volumes).isEmpty();
  }

  @Test
  void prune_removes_nothing_unless_told(@InjectMojo(goal = "prune") PruneMojo prune) {
    assertThat(prune.dryRun).isTrue();
    assertThat(prune.keepLast).isEqualTo(7);
    assertThat(prune.keepDaily + prune.keepWeekly + prune.keepMonthly + prune.keepYearly).isZero();
    assertThat(prune.maxPrune).isEqualTo(50);
    assertThat(prune.timeZone).isEqualTo("UTC");
  }
}
