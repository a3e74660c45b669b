package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;

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
        <artifactId>sentinel-maven-plugin</artifactId>
        <configuration>
          <config>ops/sentinel.yaml</config>
          <plugins>ops/plugins</plugins>
          <failAt>316</failAt>
          <warnAt>100</warnAt>
          <failOnUnknown>false</failOnUnknown>
          <wait>5m</wait>
          <interval>10s</interval>
          <format>nagios</format>
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
    session.getUserProperties().setProperty("sentinel.checks", "web,tag:disk");
    session.getUserProperties().setProperty("sentinel.type", "disk");
    session.getUserProperties().setProperty("sentinel.target", "disk:/var");
    return session;
  }

  @Provides
  MojoExecution execution() {
    return bench.execution("check");
  }

  @Test
  void goals_have_the_defaults_that_the_documentation_names(
      @InjectMojo(goal = "check") CheckMojo check) {
    assertThat(check.reportDirectory).isEqualTo(BASE.resolve("target/quartermaster").toFile());
    assertThat(check.config).isNull();
    assertThat(check.plugins).isNull();
    assertThat(check.failAt).isEqualTo(3162);
    assertThat(check.warnAt).isEqualTo(316);
    assertThat(check.failOnUnknown).isTrue();
    assertThat(check.wait).isEqualTo("0s");
    assertThat(check.interval).isEqualTo("2s");
    assertThat(check.format).isEqualTo("text");
    assertThat(check.skip).isFalse();
  }

  @Test
  void every_parameter_can_stand_in_a_pom(@InjectMojo(goal = "check", pom = POM) CheckMojo check) {
    assertThat(check.config).isEqualTo(BASE.resolve("ops/sentinel.yaml").toFile());
    assertThat(check.plugins).isEqualTo(BASE.resolve("ops/plugins").toFile());
    assertThat(check.failAt).isEqualTo(316);
    assertThat(check.warnAt).isEqualTo(100);
    assertThat(check.failOnUnknown).isFalse();
    assertThat(check.wait).isEqualTo("5m");
    assertThat(check.interval).isEqualTo("10s");
    assertThat(check.format).isEqualTo("nagios");
    assertThat(check.skip).isTrue();
    assertThat(check.reportDirectory).isEqualTo(BASE.resolve("reports").toFile());
  }

  @Test
  void lists_on_the_command_line_are_parted_by_commas(@InjectMojo(goal = "check") CheckMojo check) {
    assertThat(check.checks).containsExactly("web", "tag:disk");
  }

  @Test
  void other_goals_take_their_parameters_too(
      @InjectMojo(goal = "providers") ProvidersMojo providers,
      @InjectMojo(goal = "graph") GraphMojo graph,
      @InjectMojo(goal = "heal") HealMojo heal,
      @InjectMojo(goal = "reset") ResetMojo reset) {
    assertThat(providers.type).isEqualTo("disk");
    assertThat(graph.format).isEqualTo("text");
    assertThat(heal.mode).isEqualTo("dry-run");
    assertThat(heal.failAt).isEqualTo(3162);
    assertThat(heal.state).isNull();
    assertThat(heal.interval).isEqualTo("2s");
    assertThat(reset.target).isEqualTo("disk:/var");
  }
}
