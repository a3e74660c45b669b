package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has been applied is a sound archive, and the servlet container takes it. */
class AppliedWarIT {

  static Stream<Path> wars() {
    Path wars =
        Example.named("quickstart")
            .verifiedBy(Maven.current())
            .folder()
            .resolve("upgrade/target/wars");
    return Stream.of(wars.resolve("alfresco.war"), wars.resolve("share.war"));
  }

  @ParameterizedTest
  @MethodSource("wars")
  void unzip_finds_nothing_wrong(Path war) {
    Skipped.unless(
        Command.exists("unzip", "-v"),
        "unzip -t of an applied WAR",
        "there is no unzip on the path");

    Command.Outcome outcome = Command.of("unzip", "-tq", war.toString()).run(Duration.ofMinutes(1));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("No errors detected");
  }

  @ParameterizedTest
  @MethodSource("wars")
  void every_entry_can_be_read_as_a_jar_file(Path war) throws IOException {
    try (JarFile jar = new JarFile(war.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        try (InputStream content = jar.getInputStream(entry)) {
          assertThat(content.transferTo(java.io.OutputStream.nullOutputStream()))
              .as(entry.getName())
              .isEqualTo(entry.getSize());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wars")
  void the_manifest_is_where_a_jar_input_stream_looks_for_it(Path war) throws IOException {
    try (JarInputStream jar = new JarInputStream(Files.newInputStream(war))) {
      assertThat(jar.getManifest()).isNotNull();
      assertThat(jar.getManifest().getMainAttributes().getValue("Specification-Version"))
          .isEqualTo("23.2.1");
    }
  }

  @Test
  void classes_and_web_resources_of_an_amp_answer_in_tomcat() throws IOException {
    Path folder = Place.work("tomcat");
    List<Path> wars = wars().toList();
    Path alfresco = Files.copy(wars.get(0), folder.resolve("alfresco.war"));
    Path share = Files.copy(wars.get(1), folder.resolve("share.war"));
    greetingAmp(folder.resolve("amps/greeting-1.0.amp"));

    Maven.current()
        .run(folder, Goals.byCoordinates("apply"), "-Damp.wars=alfresco.war")
        .succeeds()
        .prints("greeting - 1.0 install …");

    try (Tomcat tomcat = Tomcat.start(Place.work("tomcat-base"), alfresco, share)) {
      HttpResponse<String> servlet = tomcat.get("/alfresco/greeting-servlet");
      assertThat(servlet.statusCode()).as(tomcat.log()).isEqualTo(200);
      assertThat(servlet.body()).isEqualTo(GreetingServlet.GREETING);
      assertThat(tomcat.get("/alfresco/greeting.txt").body()).isEqualTo("a web resource of an AMP");
      assertThat(tomcat.get("/alfresco/ootbee-support-tools/js/admin.js").statusCode())
          .isEqualTo(200);
      assertThat(tomcat.get("/share/").body()).contains("Alfresco Share");
      assertThat(tomcat.log()).doesNotContain("SEVERE");
    }
  }

  private static void greetingAmp(Path file) throws IOException {
    String name = GreetingServlet.class.getName().replace('.', '/') + ".class";
    try (InputStream bytes = GreetingServlet.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(bytes).isNotNull();
      Path jar =
          Archives.zip(file.resolveSibling("greeting.jar"), Map.of(name, bytes.readAllBytes()));
      Archives.amp(
          file,
          "greeting",
          "1.0",
          Map.of(
              "lib/greeting-1.0.jar",
              Files.readAllBytes(jar),
              "web/greeting.txt",
              Archives.text("a web resource of an AMP")));
    }
  }
}
