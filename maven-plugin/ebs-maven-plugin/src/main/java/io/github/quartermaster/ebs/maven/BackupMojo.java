package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.BackupRequest;
import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.maven.report.BackupReport;
import io.github.quartermaster.ebs.model.FreezeHooks;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.TimeSpan;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Makes a snapshot of every volume and copies of it in other regions, waits until all are whole,
 * and fails the build where one is not. What a run with the same id has made already is taken, so
 * that running it again is safe.
 *
 * @since 1.0
 */
@Mojo(name = "backup", requiresProject = false, threadSafe = true)
public final class BackupMojo extends BackupParametersMojo {
  /**
   * Whether the goal waits until all snapshots and copies are whole. Without, it ends once every
   * snapshot is begun; {@code ebs:await} waits later, and begins the copies.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.wait", defaultValue = "true")
  boolean wait = true;

  /**
   * Only shows what would be done, as {@code ebs:plan} does.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.dryRun", defaultValue = "false")
  boolean dryRun;

  /**
   * A command that holds the application still, run before each snapshot is begun: a program and
   * its arguments, as elements of the POM or parted by commas, started without a shell. It is told
   * {@code EBS_RUN}, {@code EBS_REGION} and {@code EBS_SUBJECT} by its environment. Where it fails,
   * no snapshot is made. Example: {@code sudo,fsfreeze,-f,/srv/alfresco}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.freeze")
  List<String> freeze = List.of();

  /**
   * The command that lets the application go on, run as soon as the snapshot is begun, or is not to
   * be had; it must do no harm where nothing is frozen. Example: {@code
   * sudo,fsfreeze,-u,/srv/alfresco}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.thaw")
  List<String> thaw = List.of();

  /**
   * The longest time between freeze and thaw: then a timer of its own thaws, also where Maven is
   * dead or hangs.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.thawDeadline", defaultValue = "30s")
  String thawDeadline = "30s";

  /** Takes what Maven injects. */
  @Inject
  public BackupMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    FreezeHooks hooks = hooks();
    if (dryRun) {
      return planOnly(false);
    }
    Instant started = clock.instant();
    BackupRequest request = request().awaited(wait).freezeHooks(hooks).build();
    BackupResult result;
    try (FrontDoor door = open(log(this::print))) {
      result = door.backup(request);
    }
    return outcome(result, BackupReport.backup(result, since(started)), "backup");
  }

  private @Nullable FreezeHooks hooks() throws MojoExecutionException {
    if (freeze.isEmpty() && thaw.isEmpty()) {
      return null;
    }
    if (freeze.isEmpty() || thaw.isEmpty()) {
      throw new MojoExecutionException(
          "tried to freeze and thaw the application; only one of the two commands is there. Name"
              + " both "
              + hint(freeze.isEmpty() ? "freeze" : "thaw"));
    }
    return new FreezeHooks(freeze, thaw, TimeSpan.of(thawDeadline, hint("thawDeadline")));
  }
}
