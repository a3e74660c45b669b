package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.VerifyRequest;
import io.github.quartermaster.amp.VerifyResult;
import io.github.quartermaster.amp.maven.report.HealthReport;
import io.github.quartermaster.amp.maven.report.LifeHtml;
import io.github.quartermaster.amp.maven.text.HealthText;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Compares WARs with what their modules' installers recorded: files changed, missing or added,
 * missing or orphaned originals, states with which Alfresco would not start, modules and libraries
 * that are there twice, what crashes left. Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AmpMojo {
  /**
   * What fails the build: {@code error}, or {@code warning} for both. A WAR is then left as it is.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.failOn", defaultValue = "error")
  String failOn = "error";

  /** Takes what Maven injects. */
  @Inject
  public VerifyMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    List<Path> found = findWars(false);
    if (found.isEmpty()) {
      return withoutWar();
    }
    Instant started = clock.instant();
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
    VerifyResult result =
        amps(log).verify(new VerifyRequest(found, tierEntries(), ArchiveLimits.DEFAULTS));
    print(new HealthText(this::shown).lines(result.wars()));
    List<Problem> refusing = refusing(result.problems(), least(failOn));
    printProblems(result.problems(), refusing);
    HealthReport report = HealthReport.of(result, !refusing.isEmpty(), since(started));
    ReportFile[] reports = {
      new ReportFile("amp-verify.html", LifeHtml.of(report)),
      ReportFile.json("amp-verify.json", report)
    };
    if (!refusing.isEmpty()) {
      return Outcome.refused(ProblemText.failure(refusing), reports);
    }
    return Outcome.done(HealthText.closing(result.wars(), this::shown), reports);
  }
}
