package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.maven.RecordingLog;
import java.io.IOException;
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
  final FakeCloud cloud = new FakeCloud();
  private final Path folder;
  private final RecordingLog log = new RecordingLog();
  private final MavenProject project = new MavenProject();
  private boolean offline;

  Workbench(Path folder) {
    this.folder = folder;
    project.setFile(folder.resolve("pom.xml").toFile());
    project.setArtifactId("example");
  }

  Workbench offline() {
    offline = true;
    return this;
  }

  MavenProject project() {
    return project;
  }

  BackupMojo backup() {
    return ready(new BackupMojo(session(), project, execution("backup")));
  }

  PlanMojo plan() {
    return ready(new PlanMojo(session(), project, execution("plan")));
  }

  AwaitMojo await() {
    return ready(new AwaitMojo(session(), project, execution("await")));
  }

  ListMojo list() {
    return ready(new ListMojo(session(), project, execution("list")));
  }

  HandoverMojo handover() {
    HandoverMojo mojo = ready(new HandoverMojo(session(), project, execution("handover")));
    mojo.role = Samples.ROLE;
    return mojo;
  }

  VerifyMojo verify() {
    return ready(new VerifyMojo(session(), project, execution("verify")));
  }

  PruneMojo prune() {
    return ready(new PruneMojo(session(), project, execution("prune")));
  }

  RestoreMojo restore() {
    return ready(new RestoreMojo(session(), project, execution("restore")));
  }

  DrillMojo drill() {
    return ready(new DrillMojo(session(), project, execution("drill")));
  }

  /** What the user saw, with the folder's own name taken out. */
  String seen() {
    return log.text().replace(folder + "/", "");
  }

  String report(String name) throws IOException {
    return Files.readString(folder.resolve("target/quartermaster").resolve(name));
  }

  private <M extends EbsMojo> M ready(M mojo) {
    mojo.reportDirectory = folder.resolve("target/quartermaster").toFile();
    mojo.instead = cloud;
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
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setOffline(offline);
    MavenSession session =
        new MavenSession(
            null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    session.setProjects(List.of(project));
    return session;
  }
}
