package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TomcatIT {

  @Test
  void the_wars_of_the_quickstart_start_before_anything_is_applied() {
    Path project = Place.copy(Place.examples().resolve("quickstart"), Place.work("tomcat-plain"));
    Maven.current().run(project, "package", "-pl", "alfresco,share").succeeds();

    try (Tomcat tomcat =
        Tomcat.start(
            Place.work("tomcat-plain-base"),
            project.resolve("alfresco/target/alfresco.war"),
            project.resolve("share/target/share.war"))) {
      assertThat(tomcat.get("/alfresco/").body()).contains("Alfresco Content Repository");
      assertThat(tomcat.get("/share/").body()).contains("Alfresco Share");
      assertThat(tomcat.log()).doesNotContain("SEVERE");
    }
  }
}
