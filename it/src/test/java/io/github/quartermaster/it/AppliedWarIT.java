package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
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

  /** Made when the first test asks for it. */
  private static final class WithGreeting {
    static final Path WAR = applyGreeting();
  }

  static Stream<Path> wars() {
    return Stream.of(alfresco(), share());
  }

  private static Path alfresco() {
    return quickstart().resolve("upgrade/target/wars/alfresco.war");
  }

  private static Path share() {
    return quickstart().resolve("upgrade/target/wars/share.war");
  }

  private static Path quickstart() {
    return Example.named("quickstart").verifiedBy(Maven.current()).folder();
  }

  /** The same WAR before any AMP. */
  private static Path pristine(Path war) {
    String name = war.getFileName().toString();
    return quickstart().resolve(name.replace(".war", "")).resolve("target").resolve(name);
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
  void alfresco_and_its_own_tool_read_the_state_of_the_modules() throws IOException {
    try (AlfrescoToolView alfresco = new AlfrescoToolView(alfresco());
        AlfrescoToolView share = new AlfrescoToolView(share())) {
      assertThat(alfresco.list())
          .containsExactly("acosix-utility-core 1.3.2", "ootbee-support-tools-repo 1.2.1.0");
      assertThat(share.list())
          .containsExactly("acosix-utility-core 1.2.5", "support-tools-share 1.1.0.0.9999999999");
    }
  }

  /** Installed in old versions, then brought up to date: nothing of the old ones may be left. */
  @ParameterizedTest
  @MethodSource("wars")
  void an_uninstall_by_alfrescos_own_tool_leads_back_to_the_war_before_all_amps(Path war)
      throws IOException {
    try (AlfrescoToolView before = new AlfrescoToolView(pristine(war));
        AlfrescoToolView after = new AlfrescoToolView(war)) {
      assertThat(before.list()).isEmpty();
      assertThat(after.afterUninstallOfEverything()).isEqualTo(before.files());
    }
  }

  @Test
  void a_file_that_an_amp_has_replaced_is_restored_by_alfrescos_own_tool() throws IOException {
    try (AlfrescoToolView before = new AlfrescoToolView(pristine(alfresco()));
        AlfrescoToolView after = new AlfrescoToolView(WithGreeting.WAR)) {
      assertThat(after.files().get("/index.html")).isNotEqualTo(before.files().get("/index.html"));
      assertThat(after.afterUninstallOfEverything()).isEqualTo(before.files());
    }
  }

  @Test
  void classes_and_web_resources_of_an_amp_answer_in_tomcat() {
    try (Tomcat tomcat = Tomcat.start(Place.work("tomcat-base"), WithGreeting.WAR, share())) {
      HttpResponse<String> servlet = tomcat.get("/alfresco/greeting-servlet");
      assertThat(servlet.statusCode()).as(tomcat.log()).isEqualTo(200);
      assertThat(servlet.body()).isEqualTo(GreetingServlet.GREETING);
      assertThat(tomcat.get("/alfresco/").body()).isEqualTo("a web resource of an AMP");
      assertThat(tomcat.get("/alfresco/ootbee-support-tools/js/admin.js").statusCode())
          .isEqualTo(200);
      assertThat(tomcat.get("/share/").body()).contains("Alfresco Share");
      assertThat(tomcat.log()).doesNotContain("SEVERE");
    }
  }

  /** The WAR of the quickstart, and an AMP on top that replaces its first page. */
  private static Path applyGreeting() {
    Path folder = Place.work("greeting");
    try {
      Path war = Files.copy(alfresco(), folder.resolve("alfresco.war"));
      greetingAmp(folder.resolve("amps/greeting-1.0.amp"));
      Maven.current()
          .run(
              folder,
              Goals.byCoordinates("apply"),
              "-Damp.wars=alfresco.war",
              "-Damp.overwrite=index.html")
          .succeeds()
          .prints("greeting - 1.0 install …");
      return war;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
              "web/index.html",
              Archives.text("a web resource of an AMP")));
    }
  }
}
