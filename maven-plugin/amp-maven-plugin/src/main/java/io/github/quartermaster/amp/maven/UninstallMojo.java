package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.UninstallRequest;
import io.github.quartermaster.amp.maven.report.ApplyReport;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.maven.text.UninstallText;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ProgressLine;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
 * Takes modules out of WARs, in one rewrite and with a backup; what they had overwritten comes
 * back, in whatever order modules go. Refuses where other modules need them. A module that is not
 * there changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "uninstall", requiresProject = false, threadSafe = true)
public final class UninstallMojo extends WarChangeMojo {
  private static final ParameterHint MODULES = new ParameterHint("amp", "modules");

  /**
   * The ids of the modules that are to go. Example: {@code ootbee-support-tools-repo,my-module}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.modules")
  List<String> modules = List.of();

  /**
   * Whether a module may go although other modules need it. Alfresco does not start as long as they
   * are left without it.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.ignoreDependants", defaultValue = "false")
  boolean ignoreDependants;

  /**
   * The folder where the results are written, under the names of the WARs; the WARs themselves stay
   * as they are. Needed for WARs named by coordinates. Without it the WARs are changed in place.
   * Example: {@code target/wars}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.outputDirectory")
  @Nullable File outputDirectory;

  /**
   * What fails the build: {@code error}, or {@code warning} for both. A WAR is then left as it is.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.failOn", defaultValue = "error")
  String failOn = "error";

  /** Takes what Maven injects. */
  @Inject
  public UninstallMojo(
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
    Severity least = least(failOn);
    UninstallRequest request =
        new UninstallRequest(found, ids(), ignoreDependants, settings(outputDirectory));
    if (dryRun || least == Severity.WARNING) {
      AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
      ApplyPlan plan = amps(log).planUninstall(request);
      boolean refused = !refusing(plan.allProblems(), least).isEmpty();
      if (dryRun || refused) {
        print(plan, least);
        return refused ? refusal(plan, least, started) : planned(plan, started);
      }
    }
    AmpLog log =
        new AmpLog(
            getLog(),
            this::shown,
            terminal().map(terminal -> new ProgressLine(terminal, clock)),
            plan -> print(plan, least));
    ApplyResult result = amps(log).uninstall(request);
    printProblems(result.warnings());
    if (result.plan().isRefused()) {
      return refusal(result.plan(), least, started);
    }
    String closing = UninstallText.closing(result, this::shown);
    var reports = reports(ApplyReport.uninstalled(result, since(started)));
    return result.changed() ? Outcome.done(closing, reports) : Outcome.idle(closing, reports);
  }

  private List<ModuleId> ids() throws MojoExecutionException {
    List<ModuleId> ids = new ArrayList<>();
    for (String text : modules) {
      try {
        ids.add(new ModuleId(text.strip()));
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException(
            "tried to uninstall; " + e.getMessage() + ". Correct the id " + MODULES, e);
      }
    }
    if (ids.isEmpty()) {
      throw new MojoExecutionException(
          "tried to uninstall; no module is named. Name it, for example -Damp.modules=my-module;"
              + " amp:list shows what there is "
              + MODULES);
    }
    return ids;
  }

  private void print(ApplyPlan plan, Severity least) {
    print(new UninstallText(this::shown, width()).lines(plan));
    printProblems(plan.allProblems(), refusing(plan.allProblems(), least));
  }

  private Outcome planned(ApplyPlan plan, Instant started) {
    var reports = reports(ApplyReport.uninstallPlanned(plan, since(started)));
    String closing = UninstallText.closing(plan, this::shown);
    return plan.changes() ? Outcome.done(closing, reports) : Outcome.idle(closing, reports);
  }

  private Outcome refusal(ApplyPlan plan, Severity least, Instant started) {
    List<Problem> refusing = refusing(plan.allProblems(), least);
    return Outcome.refused(
        ProblemText.failure(refusing),
        reports(ApplyReport.uninstallRefused(plan, dryRun, since(started))));
  }
}
