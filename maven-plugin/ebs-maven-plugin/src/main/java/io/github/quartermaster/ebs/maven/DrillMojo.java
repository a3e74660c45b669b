package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.DrillRequest;
import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.maven.report.DrillJunitReport;
import io.github.quartermaster.ebs.maven.report.DrillReport;
import io.github.quartermaster.ebs.maven.report.HtmlReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.DrillText;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.model.DrillHook;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.TimeSpan;
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
 * Proves that snapshots can be restored: makes a temporary volume from the newest whole one of each
 * volume, waits until it can be used, has a command of yours look at it, and removes it whatever
 * happened. What a drill that was killed has left, the next one removes once it is over its time.
 *
 * @since 1.0
 */
@Mojo(name = "drill", requiresProject = false, threadSafe = true)
public final class DrillMojo extends FromSnapshotsMojo {
  /**
   * The run whose snapshots are tried. Default: the newest whole snapshot of each volume, of
   * whatever run. Example: {@code release-4711}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.run")
  @Nullable String run;

  /**
   * The command that looks at each volume, a program with arguments, run without a shell; on the
   * command line they are parted by commas. The environment tells it of the volume: {@code
   * EBS_DRILL_VOLUME} and others, see the page about restoring. It fails the drill by an exit code
   * other than 0, and must detach what it attaches. Default: none, so that a volume passes once it
   * can be used. Example: {@code ./look.sh}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.hook")
  List<String> hook = List.of();

  /**
   * The time after which the command is killed, and the drill of its volume has failed. Example:
   * {@code 20m}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.hookTimeout", defaultValue = "10m")
  String hookTimeout = "10m";

  /**
   * How many temporary volumes may be there at a time; 1 to 20.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.parallel", defaultValue = "4")
  int parallel = DrillRequest.DEFAULT_PARALLEL;

  /**
   * Only removes what earlier drills have left behind in the region and is over its time, and makes
   * nothing.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.sweep", defaultValue = "false")
  boolean sweep;

  /** Takes what Maven injects. */
  @Inject
  public DrillMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    DrillRequest request = request();
    Instant started = clock.instant();
    DrillResult result;
    String policy;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = drilled(door, request, started);
      policy = printPolicy ? door.drillPolicy(request) : "";
    }
    print(new DrillText(width()).lines(result, dryRun));
    printWarnings(result.problems());
    return outcome(result, policy, started);
  }

  private DrillResult drilled(FrontDoor door, DrillRequest request, Instant started) {
    if (dryRun) {
      RestorePlan plan = door.planDrill(request);
      return new DrillResult(plan, List.of(), List.of(), started, Duration.ZERO);
    }
    return sweep ? door.sweep(request) : door.drill(request);
  }

  private Outcome outcome(DrillResult result, String policy, Instant started) {
    DrillReport report = DrillReport.of(result, dryRun, since(started));
    ReportFile[] files =
        withPolicy(
            printPolicy,
            policy,
            new ReportFile("ebs-drill.html", HtmlReport.of(report)),
            ReportFile.json("ebs-drill.json", report),
            new ReportFile("TEST-ebs-drill.xml", DrillJunitReport.of(report)));
    List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      return Outcome.refused(FailureText.of(errors), files);
    }
    return dryRun || result.isChanged()
        ? Outcome.done(Closing.of(result, dryRun), files)
        : Outcome.idle(Closing.of(result, dryRun), files);
  }

  private DrillRequest request() throws MojoExecutionException {
    try {
      return new DrillRequest(
          target(),
          RunName.of(run),
          chosen(),
          rules(),
          hook.isEmpty()
              ? null
              : new DrillHook(hook, TimeSpan.of(hookTimeout, hint("hookTimeout"))),
          parallel,
          journals(),
          timeSpan());
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          "tried to plan a drill; " + e.getMessage() + ". Write another number " + hint("parallel"),
          e);
    }
  }
}
