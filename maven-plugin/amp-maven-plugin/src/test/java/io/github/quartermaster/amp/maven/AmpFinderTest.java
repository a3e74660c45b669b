package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmpFinderTest {
  private static final Path BOB = Path.of("/repository/bob-1.0.amp");
  private static final Path NEWER = Path.of("/repository/bob-1.9.amp");
  private static final Path SHARE = Path.of("/repository/bob-1.0-share.amp");

  private static final FakeRepository REPOSITORY =
      new FakeRepository(
          Map.of(
              "org.bob:bob:amp:1.0",
              BOB,
              "org.bob:bob:amp:1.9",
              NEWER,
              "org.bob:bob:amp:share:1.0",
              SHARE),
          "1.9");

  @TempDir Path base;

  @Test
  void file_that_is_there_is_a_file() throws Exception {
    Path amp = Files.createFile(base.resolve("bob.amp"));

    assertThat(finder().named(List.of(" bob.amp ", amp.toString()))).containsExactly(amp, amp);
  }

  @Test
  void coordinates_are_fetched_and_are_of_type_amp_unless_said() throws Exception {
    assertThat(
            finder()
                .named(List.of("org.bob:bob:1.0", "org.bob:bob:1.0:amp:share", "org.bob:bob:[1,)")))
        .containsExactly(BOB, SHARE, NEWER);
  }

  @Test
  void missing_file_is_told_with_both_ways_to_write_an_entry() {
    assertThatThrownBy(() -> finder().named(List.of("bob.amp")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to find the AMP 'bob.amp'; there is no such file below "
                + base
                + ", and coordinates would be groupId:artifactId:version[:type[:classifier]]."
                + " Correct the entry (parameter <artifacts>, -Damp.artifacts)");
  }

  @Test
  void artifact_that_no_repository_has_is_named() {
    assertThatThrownBy(() -> finder().named(List.of("org.bob:alice:1.0")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(
            "tried to fetch org.bob:alice:1.0:amp; Could not find artifact org.bob:alice:amp:1.0 in"
                + " central")
        .hasMessageEndingWith("(parameter <artifacts>, -Damp.artifacts)");
  }

  @Test
  void direct_dependencies_of_type_amp_count_but_those_of_tests() throws Exception {
    MavenProject project = new MavenProject();
    project
        .getModel()
        .setDependencies(
            List.of(
                dependency("amp", "compile", ""),
                dependency("amp", "provided", "share"),
                dependency("amp", "test", "unknown"),
                dependency("jar", "compile", "unknown")));

    assertThat(finder().dependenciesOf(project)).containsExactly(BOB, SHARE);
  }

  @Test
  void system_dependency_is_where_it_says() throws Exception {
    MavenProject project = new MavenProject();
    Dependency dependency = dependency("amp", "system", "");
    dependency.setSystemPath("/opt/amps/bob.amp");
    project.getModel().setDependencies(List.of(dependency));

    assertThat(finder().dependenciesOf(project)).containsExactly(Path.of("/opt/amps/bob.amp"));
  }

  @Test
  void dependency_that_cannot_be_had_is_told_to_be_one() throws IOException {
    MavenProject project = new MavenProject();
    project.setArtifactId("webapp");
    project.getModel().setDependencies(List.of(dependency("amp", "compile", "unknown")));

    assertThatThrownBy(() -> finder().dependenciesOf(project))
        .hasMessageStartingWith("tried to fetch org.bob:bob:1.0:amp:unknown; ")
        .hasMessageEndingWith("(a dependency of webapp)");
  }

  private AmpFinder finder() {
    return new AmpFinder(base, REPOSITORY.artifactFiles());
  }

  private static Dependency dependency(String type, String scope, String classifier) {
    Dependency dependency = new Dependency();
    dependency.setGroupId("org.bob");
    dependency.setArtifactId("bob");
    dependency.setVersion("1.0");
    dependency.setType(type);
    dependency.setScope(scope);
    dependency.setClassifier(classifier.isEmpty() ? null : classifier);
    return dependency;
  }
}
