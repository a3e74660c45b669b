package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.maven.report.ApplyReport;
import io.github.quartermaster.amp.maven.text.Closing;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.ReportFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Brings each WAR to the newest version of every AMP found, in one rewrite and with a backup. All
 * WARs are prepared first and only then put in place; where anything forbids that, all stay as they
 * are.
 *
 * @since 1.0
 */
@Mojo(
    name = "apply",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class ApplyMojo extends ApplyParametersMojo {
  /** Takes what Maven injects. */
  @Inject
  public ApplyMojo(
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
    ApplyRequest request = request(found);
    if (failsOnWarnings()) {
      Optional<Outcome> refusal = refusalBeforehand(request, started);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    AmpLog log =
        new AmpLog(
            getLog(),
            this::shown,
            terminal().map(terminal -> new ProgressLine(terminal, clock)),
            printing());
    ApplyResult result = amps(log).apply(request);
    printProblems(result.warnings());
    return result.plan().isRefused()
        ? refusal(result.plan(), log, started)
        : outcome(result, log.amps(), started);
  }

  /** A plan with warnings must not be carried out, so it is made once before. */
  private Optional<Outcome> refusalBeforehand(ApplyRequest request, Instant started)
      throws MojoExecutionException {
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
    ApplyPlan plan = amps(log).plan(request);
    if (refusing(plan).isEmpty()) {
      return Optional.empty();
    }
    printing().accept(plan);
    return Optional.of(refusal(plan, log, started));
  }

  private Outcome refusal(ApplyPlan plan, AmpLog log, Instant started)
      throws MojoExecutionException {
    return Outcome.refused(
        ProblemText.failure(refusing(plan)),
        reports(ApplyReport.refused(plan, log.amps(), since(started))));
  }

  private Outcome outcome(ApplyResult result, List<AmpFile> amps, Instant started) {
    String closing = Closing.of(result, this::shown);
    ReportFile[] reports = reports(ApplyReport.applied(result, amps, since(started)));
    return result.changed() ? Outcome.done(closing, reports) : Outcome.idle(closing, reports);
  }
}
