package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.LatestRequest;
import io.github.quartermaster.amp.LatestResult;
import io.github.quartermaster.amp.maven.report.LatestReport;
import io.github.quartermaster.amp.maven.text.LatestText;
import io.github.quartermaster.amp.maven.text.PathNames;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.maven.text.ShortNames;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Wording;
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
 * Trawls folders for AMPs and shows, for each module, the newest AMP, all others, and, where there
 * are WARs, what is installed and whether it is older. Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "latest", requiresProject = false, threadSafe = true)
public final class LatestMojo extends AmpSourcesMojo {
  /** Takes what Maven injects. */
  @Inject
  public LatestMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    List<Path> found = findWars(false);
    Instant started = clock.instant();
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
    LatestResult result =
        amps(log).latest(new LatestRequest(sources(), found, ArchiveLimits.DEFAULTS));
    LatestReport report = LatestReport.of(result, since(started));
    print(new LatestText(shortNames(result), width()).lines(result, !found.isEmpty()));
    List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
    printProblems(result.problems(), errors);
    ReportFile file = ReportFile.json("amp-latest.json", report);
    return errors.isEmpty()
        ? Outcome.done(closing(result, log.amps().size()), file)
        : Outcome.refused(ProblemText.failure(errors), file);
  }

  private PathNames shortNames(LatestResult result) {
    List<Path> newest =
        result.modules().stream()
            .flatMap(module -> module.newest().stream())
            .map(AmpFile::location)
            .toList();
    return new ShortNames(localRepository(), newest, this::shown);
  }

  private static String closing(LatestResult result, int amps) {
    return Wording.count(amps, "AMP")
        + " of "
        + Wording.count(
            result.modules().stream().filter(module -> module.newest().isPresent()).count(),
            "module");
  }
}
