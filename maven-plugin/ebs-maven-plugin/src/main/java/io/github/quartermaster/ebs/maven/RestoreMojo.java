package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.RestoreRequest;
import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.maven.report.HtmlReport;
import io.github.quartermaster.ebs.maven.report.RestoreReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.RestoreText;
import io.github.quartermaster.ebs.maven.text.SwapText;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import java.time.Duration;
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
 * Makes new volumes from the snapshots of a run, like the old ones in type, performance, size, zone
 * and tags, also where those are gone, and waits until they can be used. Prints the commands that
 * put them in the place of the old ones, and runs none of them: no old volume is touched.
 *
 * @since 1.0
 */
@Mojo(name = "restore", requiresProject = false, threadSafe = true)
public final class RestoreMojo extends FromSnapshotsMojo {
  /**
   * The run whose snapshots are restored; {@code ebs:list} shows what there is. Example: {@code
   * release-4711}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.run")
  @Nullable String run;

  /**
   * What this restore is called: the same again takes the volumes that it has made and makes only
   * what is missing, from any machine. Default: the unfinished restore of the run in this folder
   * where its journal has one, else a new name. Example: {@code ticket-99}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.restoreId")
  @Nullable String restoreId;

  /**
   * Backs up the old volumes as they are now before anything is made, as a run {@code
   * <run>-safety-<restoreId>}. Where that fails nothing is restored.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.safetySnapshot", defaultValue = "false")
  boolean safetySnapshot;

  /** Takes what Maven injects. */
  @Inject
  public RestoreMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    RestoreRequest request = request();
    Instant started = clock.instant();
    RestoreResult result;
    List<String> swap;
    String policy;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = dryRun ? planned(door.planRestore(request), started) : door.restore(request);
      swap = door.commands(result.swap());
      policy = printPolicy ? door.restorePolicy(request) : "";
    }
    print(new RestoreText(width()).lines(result, dryRun));
    if (!swap.isEmpty()) {
      print(SwapText.lines(result.swap(), swap));
    }
    printWarnings(result.problems());
    return outcome(RestoreReport.of(result, swap, dryRun, since(started)), result, policy);
  }

  private Outcome outcome(RestoreReport report, RestoreResult result, String policy) {
    ReportFile[] files =
        withPolicy(
            printPolicy,
            policy,
            new ReportFile("ebs-restore.html", HtmlReport.of(report)),
            ReportFile.json("ebs-restore.json", report));
    List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      return Outcome.refused(
          FailureText.of(errors) + "\n" + Closing.wayOf(result.plan(), result.volumes().isEmpty()),
          files);
    }
    return dryRun || result.isChanged()
        ? Outcome.done(Closing.of(result, dryRun), files)
        : Outcome.idle(Closing.of(result, dryRun), files);
  }

  private static RestoreResult planned(RestorePlan plan, Instant started) {
    return new RestoreResult(plan, List.of(), List.of(), null, started, Duration.ZERO);
  }

  private RestoreRequest request() throws MojoExecutionException {
    @Nullable RunId named = RunName.of(run);
    if (named == null) {
      throw new MojoExecutionException(
          "tried to restore a run; none is named. Look with ebs:list which there are, and name one "
              + hint("run"));
    }
    return new RestoreRequest(
        named,
        target(),
        chosen(),
        rules(),
        id(restoreId, "restoreId"),
        safetySnapshot,
        journals(),
        timeSpan());
  }
}
