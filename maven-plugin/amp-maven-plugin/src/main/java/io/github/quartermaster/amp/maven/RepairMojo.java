package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.RepairRequest;
import io.github.quartermaster.amp.RepairResult;
import io.github.quartermaster.amp.maven.report.LifeHtml;
import io.github.quartermaster.amp.maven.report.RepairReport;
import io.github.quartermaster.amp.maven.text.RepairText;
import io.github.quartermaster.amp.model.AmpEvent.RepairPlanned;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarRepair;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.ReportFile;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
 * Mends of what {@code amp:verify} finds that for which there is only one right answer, in one
 * rewrite and with a backup, and says what it leaves: interrupted runs, states with which Alfresco
 * would not start, kept originals of nobody, records on which the Module Management Tool fails,
 * empty folders of modules.
 *
 * @since 1.0
 */
@Mojo(name = "repair", requiresProject = false, threadSafe = true)
public final class RepairMojo extends WarChangeMojo {
  /**
   * The folder where the results are written, under the names of the WARs; the WARs themselves stay
   * as they are. Needed for WARs named by coordinates. Without it the WARs are changed in place.
   * Example: {@code target/wars}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.outputDirectory")
  @Nullable File outputDirectory;

  /** Takes what Maven injects. */
  @Inject
  public RepairMojo(
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
    RepairRequest request = new RepairRequest(found, settings(outputDirectory));
    AmpLog log =
        new AmpLog(
            getLog(),
            this::shown,
            terminal().map(terminal -> new ProgressLine(terminal, clock)),
            plan -> {});
    AmpListener telling =
        event -> {
          if (event instanceof RepairPlanned planned) {
            tell(planned.repairs());
          }
          log.on(event);
        };
    if (dryRun) {
      List<WarRepair> repairs = amps(telling).planRepair(request);
      String closing = RepairText.closing(repairs, this::shown);
      ReportFile[] reports = reports(RepairReport.planned(repairs, since(started)));
      return repairs.stream().allMatch(repair -> repair.mended().isEmpty())
          ? Outcome.idle(closing, reports)
          : Outcome.done(closing, reports);
    }
    RepairResult result = amps(telling).repair(request);
    printProblems(result.warnings());
    String closing = RepairText.closing(result, this::shown);
    ReportFile[] reports = reports(RepairReport.of(result, since(started)));
    return result.changed() ? Outcome.done(closing, reports) : Outcome.idle(closing, reports);
  }

  private void tell(List<WarRepair> repairs) {
    print(new RepairText(this::shown, width()).lines(repairs));
    printProblems(
        repairs.stream()
            .flatMap(repair -> repair.left().stream())
            .map(WarFinding::problem)
            .toList());
  }

  private static ReportFile[] reports(RepairReport report) {
    return new ReportFile[] {
      new ReportFile("amp-repair.html", LifeHtml.of(report)),
      ReportFile.json("amp-repair.json", report)
    };
  }
}
