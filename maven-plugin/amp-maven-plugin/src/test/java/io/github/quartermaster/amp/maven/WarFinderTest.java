package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarFinderTest {
  private static final Path FETCHED = Path.of("/repository/content-services-23.4.0.war");

  @TempDir Path base;

  @Test
  void paths_count_from_the_base_whether_or_not_anything_is_there() throws Exception {
    Path war = Files.createFile(base.resolve("alfresco.war"));

    assertThat(finder().named(List.of("alfresco.war", " wars/../share.war "), true))
        .containsExactly(war, base.resolve("share.war"));
  }

  @Test
  void coordinates_are_fetched_where_the_war_is_only_read() throws Exception {
    assertThat(finder().named(List.of("org.alfresco:content-services:23.4.0"), false))
        .containsExactly(FETCHED);
  }

  @Test
  void what_the_local_repository_holds_is_never_changed() {
    assertThatThrownBy(
            () -> finder().named(List.of("org.alfresco:content-services:23.4.0:war"), true))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to take org.alfresco:content-services:23.4.0:war as a WAR to change; what the"
                + " local repository holds must stay as it is. Name a folder for the result"
                + " (parameter <outputDirectory>, -Damp.outputDirectory)");
  }

  @Test
  void project_of_packaging_war_offers_its_artifact() throws IOException {
    MavenProject project = project("war");
    Path war = Files.createFile(base.resolve("webapp-1.0-final.war"));
    project.getArtifact().setFile(war.toFile());

    assertThat(WarFinder.ofProject(project)).contains(war);
  }

  @Test
  void what_an_earlier_build_left_serves_too() throws IOException {
    MavenProject project = project("war");
    assertThat(WarFinder.ofProject(project)).isEmpty();

    Files.createDirectories(base.resolve("target"));
    Path war = Files.createFile(base.resolve("target/webapp-1.0.war"));

    assertThat(WarFinder.ofProject(project)).contains(war);
  }

  @Test
  void folder_without_a_project_offers_none() {
    assertThat(WarFinder.ofProject(new MavenProject())).isEmpty();
  }

  @Test
  void user_without_a_project_is_told_to_name_a_war() {
    assertThat(WarFinder.missing(new MavenProject(), List.of()))
        .hasMessage(
            "tried to find a WAR; none is named and there is no POM here. Name it, for example"
                + " -Damp.wars=/opt/tomcat/webapps/alfresco.war (parameter <wars>, -Damp.wars)");
  }

  @Test
  void user_of_an_aggregator_is_pointed_to_the_module_that_builds_the_war() {
    MavenProject aggregator = project("pom");

    assertThat(WarFinder.missing(aggregator, List.of(aggregator, project("war"))))
        .hasMessage(
            "tried to find the WAR of webapp; its packaging is pom and it builds none. Bind the goal"
                + " in the module that builds the WAR, choose that module with -pl (-pl :webapp), or"
                + " name a WAR (parameter <wars>, -Damp.wars)");
  }

  @Test
  void user_whose_war_is_not_built_yet_is_told_to_build_it() {
    assertThat(WarFinder.missing(project("war"), List.of()))
        .hasMessage(
            "tried to find the WAR of webapp; "
                + base.resolve("target/webapp-1.0.war")
                + " has not been built yet. Run `mvn package` first, bind the goal to the phase"
                + " package, or name another WAR (parameter <wars>, -Damp.wars)");
  }

  private WarFinder finder() {
    return new WarFinder(
        base,
        new FakeRepository(Map.of("org.alfresco:content-services:war:23.4.0", FETCHED), "")
            .artifactFiles());
  }

  private MavenProject project(String packaging) {
    MavenProject project = new MavenProject();
    project.setFile(base.resolve("pom.xml").toFile());
    project.setArtifactId("webapp");
    project.setPackaging(packaging);
    project.setArtifact(
        new DefaultArtifact(
            "org.example", "webapp", "1.0", "", packaging, null, new DefaultArtifactHandler()));
    Build build = new Build();
    build.setDirectory(base.resolve("target").toString());
    build.setFinalName("webapp-1.0");
    project.setBuild(build);
    return project;
  }
}
