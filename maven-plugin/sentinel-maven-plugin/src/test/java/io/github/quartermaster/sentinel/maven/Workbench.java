package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.RecordingLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A folder with a project in it, and goals that run there as plain objects. */
final class Workbench {
  final FakeCore core = new FakeCore();
  private final Path folder;
  private final RecordingLog log = new RecordingLog();
  private final MavenProject project = new MavenProject();

  Workbench(Path folder) {
    this.folder = folder;
    project.setFile(folder.resolve("pom.xml").toFile());
    project.setArtifactId("example");
  }

  MavenProject project() {
    return project;
  }

  CheckMojo check() {
    return ready(new CheckMojo(session(), project, execution("check")));
  }

  HealMojo heal() {
    HealMojo heal = ready(new HealMojo(session(), project, execution("heal")));
    heal.state = folder.resolve("state").toFile();
    heal.interval = "PT0.01S";
    return heal;
  }

  ResetMojo reset() {
    ResetMojo reset = ready(new ResetMojo(session(), project, execution("reset")));
    reset.state = folder.resolve("state").toFile();
    return reset;
  }

  GraphMojo graph() {
    return ready(new GraphMojo(session(), project, execution("graph")));
  }

  ActionsMojo actions() {
    return ready(new ActionsMojo(session(), project, execution("actions")));
  }

  ProvidersMojo providers() {
    return ready(new ProvidersMojo(session(), project, execution("providers")));
  }

  WatchMojo watch() {
    return ready(new WatchMojo(session(), project, execution("watch")));
  }

  /** What the user saw, with the folder's own name and all durations taken out. */
  String seen() {
    return log.text()
        .replace(folder + "/", "")
        .replaceAll("took [0-9.]+ m?s", "took a while")
        .replaceAll("in [0-9.]+ s", "in a while");
  }

  Path reports() {
    return folder.resolve("target/quartermaster");
  }

  String report(String name) throws IOException {
    return Files.readString(reports().resolve(name));
  }

  private <M extends SentinelMojo> M ready(M mojo) {
    mojo.reportDirectory = reports().toFile();
    mojo.core = core;
    mojo.clock = FakeCore.CLOCK;
    mojo.setLog(log);
    return mojo;
  }

  MojoExecution execution(String goal) {
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setGoal(goal);
    return new MojoExecution(descriptor, "default-cli", MojoExecution.Source.CLI);
  }

  @SuppressWarnings("deprecation") // Maven offers no other way to make a session by hand
  MavenSession session() {
    MavenSession session =
        new MavenSession(
            null,
            new DefaultRepositorySystemSession(),
            new DefaultMavenExecutionRequest(),
            new DefaultMavenExecutionResult());
    session.setProjects(List.of(project));
    return session;
  }

  /** What a goal prints past the log. */
  static String printed(SentinelMojo goal) throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      goal.execute();
    } finally {
      System.setOut(usual);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
