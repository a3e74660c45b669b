package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.maven.Outcome;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows what {@code ebs:backup} would do to each volume, why, and what it is expected to cost,
 * after it has asked the cloud whether it would be allowed. Creates nothing. This is the dry run.
 *
 * @since 1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends BackupParametersMojo {
  /**
   * Prints the least IAM policy that the plan needs, and writes it to {@code ebs-policy.json}
   * beside the reports.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.printPolicy", defaultValue = "false")
  boolean printPolicy;

  /** Takes what Maven injects. */
  @Inject
  public PlanMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    return planOnly(printPolicy);
  }
}
