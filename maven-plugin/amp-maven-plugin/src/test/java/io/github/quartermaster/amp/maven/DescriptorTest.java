package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        <artifactId>amp-maven-plugin</artifactId>
        <configuration>
          <directories><directory>more-amps</directory></directories>
          <artifacts><artifact>org.bob:bob:1.0</artifact></artifacts>
          <wars><war>a.war</war><war>/opt/b.war</war></wars>
          <tiers><tier>bob=share</tier></tiers>
          <outputDirectory>out</outputDirectory>
          <backupDirectory>/var/backups</backupDirectory>
          <keepBackups>2</keepBackups>
          <overwrite><pattern>images/**</pattern></overwrite>
          <allowDowngrade>true</allowDowngrade>
          <reinstall>true</reinstall>
          <correlate>false</correlate>
          <matchWords>3</matchWords>
          <matchFrequency>4</matchFrequency>
          <failOnUnreadable>true</failOnUnreadable>
          <failOn>warning</failOn>
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
    session.getUserProperties().setProperty("amp.keepBackups", "9");
    session.getUserProperties().setProperty("amp.overwrite", "a/*, b.txt");
    return session;
  }

  @Provides
  MojoExecution execution() {
    return bench.execution("apply");
  }

  @Test
  void goals_have_the_defaults_that_the_documentation_names(
      @InjectMojo(goal = "latest") LatestMojo latest) {
    assertThat(latest.reportDirectory).isEqualTo(BASE.resolve("target/quartermaster").toFile());
    assertThat(latest.directories).isEmpty();
    assertThat(latest.artifacts).isEmpty();
    assertThat(latest.wars).isEmpty();
    assertThat(latest.tiers).isEmpty();
    assertThat(latest.skip).isFalse();
    assertThat(latest.failOnUnreadable).isFalse();
  }

  @Test
  void every_parameter_can_stand_in_a_pom(@InjectMojo(goal = "apply", pom = POM) ApplyMojo apply) {
    assertThat(apply.directories).containsExactly(BASE.resolve("more-amps").toFile());
    assertThat(apply.artifacts).containsExactly("org.bob:bob:1.0");
    assertThat(apply.wars).containsExactly("a.war", "/opt/b.war");
    assertThat(apply.tiers).containsExactly("bob=share");
    assertThat(apply.outputDirectory).isEqualTo(BASE.resolve("out").toFile());
    assertThat(apply.backupDirectory).isEqualTo(new File("/var/backups"));
    assertThat(apply.allowDowngrade).isTrue();
    assertThat(apply.reinstall).isTrue();
    assertThat(apply.correlate).isFalse();
    assertThat(apply.matchWords).isEqualTo(3);
    assertThat(apply.matchFrequency).isEqualTo(4);
    assertThat(apply.failOnUnreadable).isTrue();
    assertThat(apply.failOn).isEqualTo("warning");
    assertThat(apply.skip).isTrue();
    assertThat(apply.reportDirectory).isEqualTo(BASE.resolve("reports").toFile());
  }

  @Test
  void single_value_of_the_pom_outweighs_the_command_line(
      @InjectMojo(goal = "apply", pom = POM) ApplyMojo apply) {
    assertThat(apply.keepBackups).isEqualTo(2);
  }

  @Test
  void command_line_outweighs_the_defaults(@InjectMojo(goal = "plan") PlanMojo plan) {
    assertThat(plan.keepBackups).isEqualTo(9);
    assertThat(plan.overwrite).hasSize(2).first().isEqualTo("a/*");
    assertThat(plan.correlate).isTrue();
    assertThat(plan.matchWords).isEqualTo(2);
    assertThat(plan.failOn).isEqualTo("error");
    assertThat(plan.outputDirectory).isNull();
  }

  @Test
  void goal_that_maven_made_does_its_work(@InjectMojo(goal = "list") ListMojo list)
      throws Exception {
    Archives.alfrescoWar(BASE.resolve("target/descriptor-test/alfresco.war"));
    list.wars = List.of("target/descriptor-test/alfresco.war");

    list.execute();

    assertThat(BASE.resolve("target/quartermaster/amp-list.json")).exists();
    assertThat(Files.readString(BASE.resolve("target/quartermaster/amp-list.json")))
        .contains("quartermaster.amp.list/1");
  }
}
