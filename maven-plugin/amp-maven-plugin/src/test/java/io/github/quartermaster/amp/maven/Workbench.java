package io.github.quartermaster.amp.maven;

import io.github.quartermaster.maven.RecordingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;

/** A folder with a project in it, and goals that run there as plain objects. */
final class Workbench {
  private static final RepositorySystem NO_REPOSITORY = new FakeRepository(Map.of(), "").system();

  private final Path folder;
  private final RecordingLog log = new RecordingLog();
  private final MavenProject project = new MavenProject();
  private final Properties environment = new Properties();
  private MojoExecution.Source source = MojoExecution.Source.CLI;

  /** A project of packaging {@code pom}. */
  Workbench(Path folder) {
    this.folder = folder;
    project.setFile(folder.resolve("pom.xml").toFile());
    project.setArtifactId("example");
    project.setPackaging("pom");
    project.setRemoteArtifactRepositories(List.of());
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    build.setFinalName("example-1.0");
    project.setBuild(build);
  }

  Workbench bound() {
    source = MojoExecution.Source.LIFECYCLE;
    return this;
  }

  Workbench packaging(String packaging) {
    project.setPackaging(packaging);
    return this;
  }

  Workbench environment(String name, String value) {
    environment.setProperty("env." + name, value);
    return this;
  }

  MavenProject project() {
    return project;
  }

  ApplyMojo apply() {
    return ready(new ApplyMojo(session(), project, execution("apply"), NO_REPOSITORY));
  }

  PlanMojo plan() {
    return ready(new PlanMojo(session(), project, execution("plan"), NO_REPOSITORY));
  }

  LatestMojo latest() {
    return ready(new LatestMojo(session(), project, execution("latest"), NO_REPOSITORY));
  }

  ListMojo list() {
    return ready(new ListMojo(session(), project, execution("list"), NO_REPOSITORY));
  }

  UninstallMojo uninstall() {
    return ready(new UninstallMojo(session(), project, execution("uninstall"), NO_REPOSITORY));
  }

  VerifyMojo verify() {
    return ready(new VerifyMojo(session(), project, execution("verify"), NO_REPOSITORY));
  }

  RepairMojo repair() {
    return ready(new RepairMojo(session(), project, execution("repair"), NO_REPOSITORY));
  }

  RollbackMojo rollback() {
    return ready(new RollbackMojo(session(), project, execution("rollback"), NO_REPOSITORY));
  }

  CompareMojo compare() {
    return ready(new CompareMojo(session(), project, execution("compare"), NO_REPOSITORY));
  }

  LintMojo lint() {
    return ready(new LintMojo(session(), project, execution("lint"), NO_REPOSITORY));
  }

  /** What the user saw, with the folder's own name taken out. */
  String seen() {
    return log.text().replace(folder + "/", "").replace(folder.toString(), "");
  }

  /** A report, with the folder's own name taken out. */
  String report(String name) throws IOException {
    return Files.readString(folder.resolve("target/quartermaster").resolve(name))
        .replace(folder + "/", "");
  }

  private <M extends AmpMojo> M ready(M mojo) {
    mojo.reportDirectory = folder.resolve("target/quartermaster").toFile();
    mojo.setLog(log);
    return mojo;
  }

  MojoExecution execution(String goal) {
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setGoal(goal);
    return new MojoExecution(descriptor, "default-cli", source);
  }

  @SuppressWarnings("deprecation") // Maven offers no other way to make a session by hand
  MavenSession session() {
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setSystemProperties(environment);
    MavenSession session =
        new MavenSession(
            null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    session.setProjects(List.of(project));
    return session;
  }
}
