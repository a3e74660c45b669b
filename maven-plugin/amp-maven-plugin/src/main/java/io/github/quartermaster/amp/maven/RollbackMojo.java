package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.RollbackRequest;
import io.github.quartermaster.amp.RollbackResult;
import io.github.quartermaster.amp.maven.report.LifeHtml;
import io.github.quartermaster.amp.maven.report.RollbackReport;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.maven.text.RollbackText;
import io.github.quartermaster.amp.model.AmpEvent.RollbackPlanned;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarRollback;
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
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Lists the backups of WARs and puts the newest, or the one named, in the place of each: all WARs
 * or none. What a WAR was until then is kept as a backup, so the next rollback takes this one back.
 * Says which modules Alfresco's database will remember in a newer version.
 *
 * @since 1.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends WarChangeMojo {
  /**
   * The backup to put back: a part of its name, such as its date and time, which may be the same
   * for several WARs; or its path, where one WAR is named. Default: the newest of each WAR.
   * Example: {@code 20261122T101530Z}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.backup")
  @Nullable String backup;

  /** Takes what Maven injects. */
  @Inject
  public RollbackMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    List<Path> found = findWars(true);
    if (found.isEmpty()) {
      return withoutWar();
    }
    Instant started = clock.instant();
    RollbackRequest request = new RollbackRequest(found, chosen(), settings(null));
    AmpLog log =
        new AmpLog(
            getLog(),
            this::shown,
            terminal().map(terminal -> new ProgressLine(terminal, clock)),
            plan -> {});
    AmpListener telling =
        event -> {
          if (event instanceof RollbackPlanned planned) {
            tell(planned.rollbacks());
          }
          log.on(event);
        };
    if (dryRun) {
      List<WarRollback> rollbacks = amps(telling).planRollback(request);
      return end(
          problems(rollbacks),
          RollbackReport.planned(rollbacks, since(started)),
          RollbackText.closing(rollbacks, this::shown));
    }
    RollbackResult result = amps(telling).rollback(request);
    printProblems(result.warnings());
    return end(
        problems(result.rollbacks()),
        RollbackReport.of(result, since(started)),
        RollbackText.closing(result, this::shown));
  }

  private void tell(List<WarRollback> rollbacks) {
    print(new RollbackText(this::shown, width()).lines(rollbacks));
    List<Problem> problems = problems(rollbacks);
    printProblems(problems, problems.stream().filter(Problem::isError).toList());
  }

  private static List<Problem> problems(List<WarRollback> rollbacks) {
    return rollbacks.stream().flatMap(rollback -> rollback.problems().stream()).toList();
  }

  private static Outcome end(List<Problem> problems, RollbackReport report, String closing) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    ReportFile[] reports = {
      new ReportFile("amp-rollback.html", LifeHtml.of(report)),
      ReportFile.json("amp-rollback.json", report)
    };
    if (!errors.isEmpty()) {
      return Outcome.refused(ProblemText.failure(errors), reports);
    }
    return report.changed() ? Outcome.done(closing, reports) : Outcome.idle(closing, reports);
  }

  /** A path counts from the project's folder; all else is part of a name. */
  private @Nullable String chosen() {
    String text = Optional.ofNullable(backup).map(String::strip).orElse("");
    if (text.isEmpty()) {
      return null;
    }
    return UserPath.existing(baseDirectory(), text).map(Path::toString).orElse(text);
  }
}
