package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.VolumeSelection;
import io.github.quartermaster.ebs.model.Region;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class VolumesChoiceTest {
  private static final Path USUAL = Path.of("volumes.csv");
  private static final Path OTHER = Path.of("other.csv");
  private static final List<Region> EAST = List.of(Samples.EAST);

  @Test
  void volumes_file_is_the_usual_one_unless_named() throws Exception {
    assertThat(new VolumesChoice(null, null, null, List.of()).selection(USUAL))
        .isEqualTo(new VolumeSelection.FromFile(USUAL));
    assertThat(new VolumesChoice(OTHER, null, null, List.of()).selection(USUAL))
        .isEqualTo(new VolumeSelection.FromFile(OTHER));
  }

  @Test
  void tag_has_key_and_value_of_which_the_latter_may_hold_equals_signs() throws Exception {
    assertThat(new VolumesChoice(null, "app = a=b", null, EAST).selection(USUAL))
        .isEqualTo(new VolumeSelection.Tagged("app", "a=b", EAST));
    assertThat(new VolumesChoice(null, "app=", null, EAST).selection(USUAL))
        .isEqualTo(new VolumeSelection.Tagged("app", "", EAST));
  }

  @Test
  void tag_without_a_key_is_refused() {
    for (String tag : List.of("app", "=x")) {
      assertThatThrownBy(() -> new VolumesChoice(null, tag, null, EAST).selection(USUAL))
          .isInstanceOf(MojoExecutionException.class)
          .hasMessageEndingWith("such as application=alfresco (parameter <tag>, -Debs.tag)");
    }
  }

  @Test
  void instance_of_an_impossible_name_is_refused() {
    assertThatThrownBy(() -> new VolumesChoice(null, null, "i 1", EAST).selection(USUAL))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("(parameter <instance>, -Debs.instance)");
  }

  @Test
  void several_ways_at_once_are_refused() {
    assertThatThrownBy(() -> new VolumesChoice(OTHER, "a=b", null, EAST).selection(USUAL))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("in more than one way")
        .hasMessageEndingWith("-Debs.volumesFile, -Debs.tag and -Debs.instance)");
  }

  @Test
  void destinations_beside_a_volumes_file_are_refused() {
    assertThatThrownBy(() -> new VolumesChoice(null, null, null, EAST).selection(USUAL))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("(parameter <destinations>, -Debs.destinations)");
  }
}
