package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.PruneRequest;
import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.maven.report.HtmlReport;
import io.github.quartermaster.ebs.maven.report.PruneReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.PruneText;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
 * Shows which of the snapshots and copies that the goals have made retention would remove, which it
 * would keep, and why; with {@code dryRun} {@code false} it removes them. What is used by an image,
 * locked, being copied, or of an unfinished run stays whatever the rules say, and so does the
 * newest of each volume in each region.
 *
 * @since 1.0
 */
@Mojo(name = "prune", requiresProject = false, threadSafe = true)
public final class PruneMojo extends EbsMojo {
  /**
   * Only shows what would be removed.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.dryRun", defaultValue = "true")
  boolean dryRun = true;

  /**
   * How many of the newest snapshots stay, of each volume in each region.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepLast", defaultValue = "7")
  int keepLast = 7;

  /**
   * Of how many of the last days that have a snapshot the last one stays, of each volume in each
   * region.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepDaily", defaultValue = "0")
  int keepDaily;

  /**
   * Of how many of the last weeks that have a snapshot the last one stays; weeks begin on Monday,
   * as ISO 8601 has it.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepWeekly", defaultValue = "0")
  int keepWeekly;

  /**
   * Of how many of the last months that have a snapshot the last one stays.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepMonthly", defaultValue = "0")
  int keepMonthly;

  /**
   * Of how many of the last years that have a snapshot the last one stays.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepYearly", defaultValue = "0")
  int keepYearly;

  /**
   * The time zone in which days, weeks, months and years begin. Example: {@code Europe/Berlin}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.timeZone", defaultValue = "UTC")
  String timeZone = "UTC";

  /**
   * The greatest part of the whole snapshots of a volume in a region that may go at once, in
   * percent. Where more would go of any, nothing at all is removed.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.maxPrune", defaultValue = "50")
  int maxPrune = PruneRequest.DEFAULT_MOST_PERCENT;

  /**
   * The regions to remove snapshots in. Default: all that the account may use. Example: {@code
   * us-east-1,us-west-2}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.regions")
  List<String> regions = List.of();

  /**
   * The folder of the journals: snapshots of a run whose journal there is not finished stay, and
   * {@code prune.journal} notes what is removed. Of a file it is the folder that counts. Default:
   * {@code .quartermaster} in the project's folder.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.journal")
  @Nullable File journal;

  /**
   * Prints the least IAM policy that removing needs, and writes it to {@code ebs-policy.json}
   * beside the reports.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.printPolicy", defaultValue = "false")
  boolean printPolicy;

  /** Takes what Maven injects. */
  @Inject
  public PruneMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    PruneRequest request = request();
    Instant started = clock.instant();
    PruneResult result;
    String policy;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = dryRun ? planned(door.planPrune(request), started) : door.prune(request);
      policy = printPolicy ? door.removalPolicy(request, result.plan()) : "";
    }
    print(new PruneText(width()).lines(result));
    printWarnings(result.problems());
    PruneReport report = PruneReport.of(result, dryRun, since(started));
    ReportFile[] files =
        withPolicy(
            printPolicy,
            policy,
            new ReportFile("ebs-prune.html", HtmlReport.of(report)),
            ReportFile.json("ebs-prune.json", report));
    List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      return Outcome.refused(FailureText.of(errors), files);
    }
    return result.plan().removals().isEmpty()
        ? Outcome.idle(Closing.of(result, dryRun), files)
        : Outcome.done(Closing.of(result, dryRun), files);
  }

  private static PruneResult planned(PrunePlan plan, Instant started) {
    return new PruneResult(plan, List.of(), started, Duration.ZERO);
  }

  private PruneRequest request() throws MojoExecutionException {
    if (maxPrune < 0 || maxPrune > 100) {
      throw new MojoExecutionException(
          "tried to read '"
              + maxPrune
              + "' as a part in percent; it is not from 0 to 100. Write one such as 50 "
              + hint("maxPrune"));
    }
    return new PruneRequest(
        Regions.listOf(regions, hint("regions")), policy(zone()), maxPrune, journals());
  }

  private RetentionPolicy policy(ZoneId zone) throws MojoExecutionException {
    try {
      return new RetentionPolicy(keepLast, keepDaily, keepWeekly, keepMonthly, keepYearly, zone);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          "tried to read the rules of what stays; "
              + e.getMessage()
              + ". Keep at least one "
              + hint("keepLast"),
          e);
    }
  }

  private ZoneId zone() throws MojoExecutionException {
    try {
      return ZoneId.of(timeZone.strip());
    } catch (DateTimeException e) {
      throw new MojoExecutionException(
          "tried to read '"
              + timeZone
              + "' as a time zone; there is none of that name. Write one such as Europe/Berlin "
              + hint("timeZone"),
          e);
    }
  }

  private Path journals() {
    if (journal == null) {
      return baseDirectory().resolve(".quartermaster");
    }
    Path place = baseDirectory().resolve(journal.toPath());
    Path folder = place.getParent();
    return Files.isDirectory(place) || folder == null ? place : folder;
  }
}
