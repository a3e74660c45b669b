package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.AwaitRequest;
import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.maven.report.BackupReport;
import io.github.quartermaster.maven.Outcome;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Waits until the snapshots and copies of an earlier run are whole, and begins copies that could
 * not begin before. Fails the build where one fails or time runs out.
 *
 * @since 1.0
 */
@Mojo(name = "await", requiresProject = false, threadSafe = true)
public final class AwaitMojo extends RunMojo {
  /** Takes what Maven injects. */
  @Inject
  public AwaitMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    Instant started = clock.instant();
    AwaitRequest request =
        new AwaitRequest(region(), journalPlace(), run(), copyRules(), timeSpan());
    BackupResult result;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = door.await(request);
    }
    return outcome(result, BackupReport.await(result, since(started)), "await");
  }
}
