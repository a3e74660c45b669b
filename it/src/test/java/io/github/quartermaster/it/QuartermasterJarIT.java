package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one jar, as a host without Maven starts it. */
class QuartermasterJarIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern RUN =
      Pattern.compile("^RUN (.*?)(?<!\\\\)$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void one_jar_installs_lists_and_uninstalls() {
    Path folder = host("jar-life");

    assertThat(run(folder, "amp", "apply", "--directories=amps", "--wars=alfresco.war"))
        .satisfies(
            outcome -> assertThat(outcome.output()).contains("greeting", "1 AMP applied"),
            outcome -> assertThat(outcome.exitCode()).isZero());
    assertThat(run(folder, "list", "alfresco.war").output()).contains("Module 'greeting'");
    assertThat(run(folder, "amp", "verify", "--wars=alfresco.war").exitCode()).isZero();
    assertThat(run(folder, "uninstall", "greeting", "alfresco.war").exitCode()).isZero();

    assertThat(Archives.contains(folder.resolve("alfresco.war"), "greeting.txt")).isFalse();
    assertThat(folder.resolve("target/quartermaster/amp-apply.json")).exists();
  }

  @Test
  void one_jar_has_every_goal() {
    Path folder = host("jar-goals");

    for (String group : List.of("amp", "ebs", "sentinel")) {
      Command.Outcome help = run(folder, group, "--help");
      assertThat(help.output()).contains("Usage: ", "Commands:");
    }
    assertThat(run(folder, "amp", "apply", "--help").output())
        .contains("--keep-backups", "--allow-downgrade", "Default: 5");
    assertThat(run(folder, "ebs", "plan", "--volumes-file=none.csv"))
        .satisfies(
            outcome -> assertThat(outcome.exitCode()).isEqualTo(1),
            outcome -> assertThat(outcome.output()).contains("none.csv").doesNotContain("\tat "));
  }

  @Test
  void completion_is_a_script_that_bash_understands() throws IOException {
    Path folder = host("jar-completion");
    Path script = folder.resolve("quartermaster.bash");
    Files.writeString(script, run(folder, "generate-completion").output());

    Command.Outcome checked = Command.of("bash", "-n", script.toString()).run(PATIENCE);

    assertThat(checked.output()).isEmpty();
    assertThat(checked.exitCode()).isZero();
  }

  @Test
  void commands_of_the_image_put_amps_into_its_web_application() throws IOException {
    Path folder = host("jar-image");
    Path webapp = folder.resolve("webapps/alfresco");
    Archives.unzip(folder.resolve("alfresco.war"), webapp);
    Matcher run = RUN.matcher(Files.readString(Place.examples().resolve("image/Dockerfile")));
    assertThat(run.find()).isTrue();
    String commands =
        run.group(1)
            .replace("java -jar /opt/quartermaster/quartermaster.jar", "\"$JAVA\" -jar \"$JAR\"")
            .replace("/opt/quartermaster/reports", folder.resolve("reports").toString())
            .replace("/opt/quartermaster", folder.resolve("amps").toString());

    Command.Outcome outcome =
        Command.of("sh", "-c", commands)
            .in(folder)
            .with(
                Map.of(
                    "JAVA", java(), "JAR", jar(), "WEBAPPS", folder.resolve("webapps").toString()))
            .run(PATIENCE);

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(webapp.resolve("greeting.txt")).exists();
    try (var beside = Files.list(folder.resolve("webapps"))) {
      assertThat(beside).as("nothing that Tomcat would deploy").containsExactly(webapp);
    }
  }

  private static Path host(String name) {
    Path folder = Place.work(name);
    Archives.war(folder.resolve("alfresco.war"), 23, 4, 0);
    Archives.amp(
        folder.resolve("amps/greeting.amp"),
        "greeting",
        "1.0",
        Map.of("web/greeting.txt", Archives.text("Greeting 1.0")));
    return folder;
  }

  private static Command.Outcome run(Path folder, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar()));
    words.addAll(List.of(arguments));
    return Command.of(words).in(folder).run(PATIENCE);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String jar() {
    return Path.of(Place.property("it.jar")).normalize().toString();
  }
}
