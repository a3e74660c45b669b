package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.maven.report.ApplyReport;
import io.github.quartermaster.amp.maven.text.Closing;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Timing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows what {@code amp:apply} would do to each WAR, and why, step by step; changes nothing. This
 * is the dry run.
 *
 * @since 1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends ApplyParametersMojo {
  /** Takes what Maven injects. */
  @Inject
  public PlanMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    List<Path> found = findWars(outputDirectory == null);
    if (found.isEmpty()) {
      return withoutWar();
    }
    Instant started = clock.instant();
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), printing());
    ApplyRequest request = request(found);
    ApplyPlan plan = amps(log).plan(request);
    Timing timing = since(started);
    List<Problem> refusing = refusing(plan);
    ReportFile[] reports =
        reports(ApplyReport.planned(plan, !refusing.isEmpty(), log.amps(), timing));
    if (!refusing.isEmpty()) {
      return Outcome.refused(ProblemText.failure(refusing), reports);
    }
    String closing = Closing.of(plan, this::shown);
    return plan.changes() ? Outcome.done(closing, reports) : Outcome.idle(closing, reports);
  }
}
