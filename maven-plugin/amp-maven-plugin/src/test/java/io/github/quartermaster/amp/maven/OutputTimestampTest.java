package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTimestampTest {
  private static final String OF_MAVEN_4 = "1980-02-01T00:00:00Z";

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:09:45Z, 2026-11-22T07:09:45Z",
    "2026-11-22T07:09:45.987Z, 2026-11-22T07:09:45Z",
    "2026-11-22T09:09:45+02:00, 2026-11-22T07:09:45Z",
    "1700000000, 2023-11-14T22:13:20Z",
    "' 1700000000 ', 2023-11-14T22:13:20Z"
  })
  void time_is_read_as_mavens_archiver_reads_it(String text, Instant time)
      throws MojoExecutionException {
    assertThat(OutputTimestamp.of(text, null)).contains(time);
  }

  @Test
  void one_character_switches_it_off_whatever_the_environment_says() throws MojoExecutionException {
    assertThat(OutputTimestamp.of("x", "1700000000")).isEmpty();
    assertThat(OutputTimestamp.of("0", "1700000000")).isEmpty();
  }

  @Test
  void environment_counts_where_the_property_is_not_set() throws MojoExecutionException {
    Instant time = Instant.ofEpochSecond(1_700_000_000);

    assertThat(OutputTimestamp.of(null, "1700000000")).contains(time);
    assertThat(OutputTimestamp.of("", "1700000000")).contains(time);
    assertThat(OutputTimestamp.of(null, null)).isEmpty();
    assertThat(OutputTimestamp.of("2026-11-22T07:09:45Z", "1700000000"))
        .contains(Instant.parse("2026-11-22T07:09:45Z"));
  }

  @Test
  void what_is_no_time_is_refused_with_an_example() {
    assertThatThrownBy(() -> OutputTimestamp.of("yesterday", null))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to read project.build.outputTimestamp='yesterday' as a time")
        .hasMessageEndingWith("Write it like 2026-11-22T07:09:45Z, or as seconds since 1970");
    assertThatThrownBy(() -> OutputTimestamp.of(null, "99999999999999999999"))
        .hasMessageStartingWith("tried to read SOURCE_DATE_EPOCH=");
  }

  @Test
  void default_of_maven_4_is_nobodys_choice() {
    MavenProject project = new MavenProject();
    project.setOriginalModel(new Model());

    assertThat(OutputTimestamp.chosen(OF_MAVEN_4, project, new Properties())).isNull();
    assertThat(OutputTimestamp.chosen(OF_MAVEN_4, new MavenProject(), new Properties())).isNull();
    assertThat(OutputTimestamp.chosen("1700000000", project, new Properties()))
        .isEqualTo("1700000000");
  }

  @Test
  void same_value_counts_where_a_pom_a_parent_or_the_command_line_says_it() {
    Model saying = new Model();
    saying.addProperty("project.build.outputTimestamp", OF_MAVEN_4);
    MavenProject parent = new MavenProject();
    parent.setOriginalModel(saying);
    MavenProject child = new MavenProject();
    child.setOriginalModel(new Model());
    child.setParent(parent);
    Properties commandLine = new Properties();
    commandLine.setProperty("project.build.outputTimestamp", OF_MAVEN_4);

    assertThat(OutputTimestamp.chosen(OF_MAVEN_4, parent, new Properties())).isEqualTo(OF_MAVEN_4);
    assertThat(OutputTimestamp.chosen(OF_MAVEN_4, child, new Properties())).isEqualTo(OF_MAVEN_4);
    assertThat(OutputTimestamp.chosen(OF_MAVEN_4, new MavenProject(), commandLine))
        .isEqualTo(OF_MAVEN_4);
  }
}
