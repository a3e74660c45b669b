package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.HandoverRequest;
import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.maven.report.HandoverReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.HandoverText;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import java.io.File;
import java.nio.file.Path;
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
 * Shows what would make AWS's own scheduler, Data Lifecycle Manager, back up the volumes of the
 * volumes file from now on: a policy for each distinct set of destinations, and a tag on each
 * volume. With {@code dryRun} {@code false} it changes that, and nothing where it is so already.
 *
 * @since 1.0
 */
@Mojo(name = "handover", requiresProject = false, threadSafe = true)
public final class HandoverMojo extends EbsMojo {
  /**
   * Only shows what would be changed.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.dryRun", defaultValue = "true")
  boolean dryRun = true;

  /**
   * The volumes: all that the scheduler is to back up, since those that were handed over and are
   * not named any more are let go. Default: {@code volumes.csv} in the project's folder.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.volumesFile")
  @Nullable File volumesFile;

  /**
   * The ARN of the role that the scheduler acts as. Example: {@code
   * arn:aws:iam::111122223333:role/service-role/AWSDataLifecycleManagerDefaultRole}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.role")
  @Nullable String role;

  /**
   * When snapshots are made, in UTC, within an hour of the time that is said: every 1, 2, 3, 4, 6,
   * 8, 12 or 24 hours from a time of the day on, {@code 24h@03:00} or {@code 6h}; or a cron
   * expression of Amazon EventBridge, {@code cron(0 3 * * ? *)}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.schedule", defaultValue = "24h@03:00")
  String schedule = "24h@03:00";

  /**
   * How many snapshots of each volume stay, 1 to 1000.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepLast", defaultValue = "7")
  int keepLast = 7;

  /**
   * For how many days copies stay, which the scheduler does not count. Default: as long as {@code
   * keepLast} snapshots take to come; with a cron expression it must be said. Example: {@code 30}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.keepCopiesDays")
  @Nullable Integer keepCopiesDays;

  /**
   * Encrypts the copies also of what is not encrypted, with the destination's usual key unless
   * {@code kmsKeyId} names another. Copies of what is encrypted always are.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.encryptCopies", defaultValue = "false")
  boolean encryptCopies;

  /**
   * The key that copies are encrypted with: an id, alias or ARN that is valid in every destination.
   * The role must be allowed to use it. Example: {@code alias/backup}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.kmsKeyId")
  @Nullable String kmsKeyId;

  /**
   * Prints the least IAM policy that handing over needs, and writes it to {@code ebs-policy.json}
   * beside the reports.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.printPolicy", defaultValue = "false")
  boolean printPolicy;

  /** Takes what Maven injects. */
  @Inject
  public HandoverMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    HandoverRequest request = request();
    Instant started = clock.instant();
    HandoverResult result;
    String policy;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = dryRun ? planned(door.planHandover(request), started) : door.handover(request);
      policy = printPolicy ? door.handoverPolicy(request) : "";
    }
    print(new HandoverText(width()).lines(result));
    printWarnings(result.problems());
    HandoverReport report = HandoverReport.of(result, dryRun, since(started));
    ReportFile[] files =
        withPolicy(printPolicy, policy, ReportFile.json("ebs-handover.json", report));
    List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      return Outcome.refused(FailureText.of(errors), files);
    }
    return result.plan().changes().isEmpty()
        ? Outcome.idle(Closing.of(result, dryRun), files)
        : Outcome.done(Closing.of(result, dryRun), files);
  }

  private static HandoverResult planned(HandoverPlan plan, Instant started) {
    return new HandoverResult(plan, List.of(), started, Duration.ZERO);
  }

  private HandoverRequest request() throws MojoExecutionException {
    Path usual = baseDirectory().resolve("volumes.csv");
    return new HandoverRequest(
        volumesFile == null ? usual : baseDirectory().resolve(volumesFile.toPath()),
        region(),
        new HandoverRules(
            role(),
            ScheduleText.of(schedule, hint("schedule")),
            keepLast,
            days(),
            encryptCopies,
            kmsKeyId == null || kmsKeyId.isBlank() ? null : kmsKeyId.strip()));
  }

  private String role() throws MojoExecutionException {
    String given = role == null ? "" : role.strip();
    if (!given.matches("arn:aws(-[a-z]{1,3}){0,2}:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}")) {
      throw new MojoExecutionException(
          "tried to find the role that the scheduler acts as; "
              + (given.isEmpty() ? "none is named" : "'" + given + "' is no ARN of a role")
              + ". Write one such as"
              + " arn:aws:iam::111122223333:role/service-role/AWSDataLifecycleManagerDefaultRole "
              + hint("role"));
    }
    return given;
  }

  private @Nullable Integer days() throws MojoExecutionException {
    // 100 years, from CrossRegionCopyRetainRule in DLM's API reference
    if (keepCopiesDays != null && (keepCopiesDays < 1 || keepCopiesDays > 36_500)) {
      throw new MojoExecutionException(
          "tried to read '"
              + keepCopiesDays
              + "' as a number of days; it is not from 1 to 36500. Write one such as 30 "
              + hint("keepCopiesDays"));
    }
    return keepCopiesDays;
  }
}
