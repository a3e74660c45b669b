package io.github.quartermaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuartermasterTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path war;
  private Path amp;

  @BeforeEach
  void warAndAmp() throws IOException {
    war = folder.resolve("alfresco.war");
    zip(
        war,
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\nSpecification-Title: Alfresco Repository\n"
            + "Specification-Version: 23.4.0\nImplementation-Edition: Community\n\n",
        "WEB-INF/classes/alfresco/version.properties",
        "version.major=23\nversion.minor=4\nversion.revision=0\nversion.edition=Community\n",
        "logo.txt",
        "the WAR's");
    amp = folder.resolve("greeter-1.0.amp");
    zip(
        amp,
        "module.properties",
        "module.id=greeter\nmodule.version=1.0\nmodule.title=Greeter\nmodule.description=Greets\n",
        "config/alfresco/module/greeter/greeting.txt",
        "hello");
  }

  @Test
  void goals_are_commands_with_the_parameters_of_the_goals() throws IOException {
    assertThat(amp("apply", "--directories", folder.toString(), "--tiers=greeter=repository"))
        .isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("greeter", "install", "1 AMP applied");
    assertThat(err.toString()).isEmpty();
    try (JarFile jar = new JarFile(war.toFile())) {
      assertThat(jar.getEntry("WEB-INF/classes/alfresco/module/greeter/greeting.txt")).isNotNull();
    }
    assertThat(folder.resolve("reports/amp-apply.json")).exists();
  }

  @Test
  void scripts_can_tell_changed_from_unchanged_where_they_ask_for_it() {
    assertThat(amp("apply", "--directories", folder.toString(), "--detailed-exit-code"))
        .isEqualTo(ExitCode.CHANGED);
    assertThat(amp("apply", "--directories", folder.toString(), "--detailed-exit-code"))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void refusal_names_what_is_wrong_and_exits_with_1() throws IOException {
    zip(
        folder.resolve("dependent-1.0.amp"),
        "module.properties",
        "module.id=dependent\nmodule.version=1.0\nmodule.title=D\nmodule.description=D\nmodule.depends.gone=*\n");

    assertThat(amp("apply", "--directories", folder.toString())).isEqualTo(ExitCode.REFUSED);

    assertThat(err.toString()).contains("dependent", "gone").doesNotContain("\tat ");
  }

  @Test
  void what_cannot_be_done_exits_with_2_and_without_a_trace() {
    assertThat(run("amp", "list", "--wars", folder.resolve("none.war").toString()))
        .isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("none.war", "(--wars)").doesNotContain("\tat ", "-Damp");
  }

  @Test
  void coordinates_need_a_maven_and_say_so() {
    assertThat(amp("apply", "--artifacts", "org.example:greeter:1.0")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("there is no Maven here", "name a file");
  }

  @Test
  void misspelt_option_is_refused_with_what_was_meant() {
    assertThat(amp("apply", "--directorys", "amps")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("--directorys", "--directories");
  }

  @Test
  void options_may_be_spelled_as_properties_or_as_command_lines_do() {
    assertThat(amp("apply", "--directories", folder.toString(), "--keepBackups", "1"))
        .isEqualTo(ExitCode.OK);
    assertThat(amp("apply", "--directories", folder.toString(), "--keep-backups=1", "--reinstall"))
        .isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("reinstall");
  }

  @Test
  void command_line_of_the_module_management_tool_works() throws IOException {
    assertThat(run("install", amp.toString(), war.toString(), "-verbose", "-force", "-nobackup"))
        .isEqualTo(ExitCode.OK);
    assertThat(run("list", war.toString())).isEqualTo(ExitCode.OK);
    assertThat(run("uninstall", "greeter", war.toString())).isEqualTo(ExitCode.OK);

    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".bak")))
          .as("the uninstall's only")
          .hasSize(1);
    }
    try (JarFile jar = new JarFile(war.toFile())) {
      assertThat(jar.getEntry("WEB-INF/classes/alfresco/module/greeter/greeting.txt")).isNull();
    }
  }

  @Test
  void install_of_what_is_no_amp_fails_as_the_other_tool_does() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.amp"), "no archive");

    assertThat(run("install", broken.toString(), war.toString())).isEqualTo(ExitCode.REFUSED);

    assertThat(err.toString()).contains("broken.amp");
  }

  @Test
  void goals_and_parameters_are_called_as_here() {
    assertThat(
            CommandWords.of("Run amp:repair, or -Damp.wars=x (parameter <failOn>, -Damp.failOn)"))
        .isEqualTo("Run amp repair, or --wars=x (--failOn)");
    assertThat(CommandWords.of("org.example:tools:1.2:amp:amp, tag ebs-core:run"))
        .isEqualTo("org.example:tools:1.2:amp:amp, tag ebs-core:run");
  }

  @Test
  void preview_of_an_install_changes_nothing() throws IOException {
    byte[] before = Files.readAllBytes(war);

    assertThat(run("install", amp.toString(), war.toString(), "-preview")).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("greeter", "install");
    assertThat(Files.readAllBytes(war)).isEqualTo(before);
  }

  @Test
  void every_goal_can_be_made_and_explains_itself() {
    for (String prefix : List.of("amp", "ebs")) {
      for (Goal goal : PluginDescriptor.goals(prefix)) {
        assertThat(run(prefix, goal.name(), "--help")).as(goal.name()).isEqualTo(ExitCode.OK);
        assertThat(run(prefix, goal.name(), "--skip")).as(goal.name()).isEqualTo(ExitCode.OK);
      }
    }
    assertThat(out.toString()).contains("Skipped, as amp.skip says.", "Skipped, as ebs.skip says.");
  }

  @Test
  void sentinel_exits_as_a_plugin_of_nagios() throws IOException {
    Path config = folder.resolve("sentinel.yaml");
    Files.writeString(config, "sentinel: 1\nchecks:\n  odd: { type: none-such }\n");

    assertThat(run("sentinel", "check", "-c", config.toString())).isEqualTo(3);

    assertThat(out.toString()).startsWith("SENTINEL UNKNOWN - ");
  }

  @Test
  void completion_for_shells_knows_every_goal() {
    assertThat(run("generate-completion")).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("complete", "--overwrite", "uninstall", "backup");
  }

  private int amp(String goal, String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "amp",
                    goal,
                    "--wars",
                    war.toString(),
                    "--reportDirectory",
                    folder.resolve("reports").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Quartermaster.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private static void zip(Path file, String... namesAndContents) throws IOException {
    try (OutputStream to = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(to)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
