package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
  @ParameterizedTest
  @CsvSource({
    "org.bob:bob-amp:1.0, org.bob:bob-amp:1.0:amp",
    "org.bob:bob-amp:1.0:zip, org.bob:bob-amp:1.0:zip",
    "org.bob:bob-amp:1.0-SNAPSHOT:amp:share, org.bob:bob-amp:1.0-SNAPSHOT:amp:share",
    "' org.bob:bob-amp:RELEASE ', org.bob:bob-amp:RELEASE:amp",
    "'org.bob:bob-amp:[1.0,2.0)', 'org.bob:bob-amp:[1.0,2.0):amp'"
  })
  void parts_are_group_artifact_version_type_classifier(String text, String read) {
    assertThat(Coordinates.parse(text, "amp")).map(Coordinates::toString).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\wars\\alfresco.war",
        "C:/wars/alfresco.war",
        "C:alfresco.war",
        "C:a:b/c",
        "wars/alfresco.war",
        "alfresco.war",
        "org.bob:bob-amp",
        "org.bob::1.0",
        "org.bob:bob-amp:1.0:amp:share:more",
        "../org.bob:bob-amp:1.0",
        ""
      })
  void paths_are_no_coordinates(String text) {
    assertThat(Coordinates.parse(text, "amp")).isEmpty();
  }

  @Test
  void range_is_told_from_version() {
    assertThat(Coordinates.parse("g:a:[1,2)", "amp")).map(Coordinates::isRange).contains(true);
    assertThat(Coordinates.parse("g:a:(,2]", "amp")).map(Coordinates::isRange).contains(true);
    assertThat(Coordinates.parse("g:a:1.2", "amp")).map(Coordinates::isRange).contains(false);
  }
}
