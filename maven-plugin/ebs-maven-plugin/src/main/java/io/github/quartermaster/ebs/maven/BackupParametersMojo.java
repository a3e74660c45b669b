package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.BackupRequest;
import io.github.quartermaster.ebs.maven.report.HtmlReport;
import io.github.quartermaster.ebs.maven.report.PlanReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.PlanText;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Timing;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What {@code ebs:plan} and {@code ebs:backup} share: the request, and how its plan is told. */
abstract class BackupParametersMojo extends RunMojo {
  /**
   * The volumes: lines {@code volume id, description[, destination region ...]}; {@code #} begins a
   * comment, quotes as in RFC 4180, an empty region means no copy. Default: {@code volumes.csv} in
   * the project's folder.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.volumesFile")
  @Nullable File volumesFile;

  /**
   * Instead of a volumes file: all volumes of the region that carry this tag. Example: {@code
   * application=alfresco}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.tag")
  @Nullable String tag;

  /**
   * Instead of a volumes file: all volumes that are attached to this instance. Example: {@code
   * i-0a1b2c3d4e5f60718}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.instance")
  @Nullable String instance;

  /**
   * The regions that snapshots are copied to where volumes are named by {@code tag} or {@code
   * instance}. Example: {@code eu-west-1,eu-central-1}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.destinations")
  List<String> destinations = List.of();

  /**
   * Which snapshots share a point in time: {@code volume}, each has its own; {@code instance},
   * those of one instance's volumes have the same, as after a power cut.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.consistency", defaultValue = "volume")
  String consistency = "volume";

  /**
   * Refuses a plan that is expected to cost more, in the currency of the prices. Example: {@code
   * 12.50}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.maxCost")
  @Nullable String maxCost;

  /**
   * A properties file with prices of yours, of which each is optional: {@code storedGibMonth},
   * {@code transferredGib}, {@code changedShare} (which part of a volume changes between two
   * backups, 0 to 1) and {@code currency}. Default: AWS's list prices in {@code us-east-1}, and a
   * tenth changed; with OpenStack none.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.pricesFile")
  @Nullable File pricesFile;

  BackupParametersMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  /** The request, to which a goal may add. */
  final BackupRequest.Builder request() throws MojoExecutionException {
    VolumesChoice volumes =
        new VolumesChoice(
            volumesFile == null ? null : baseDirectory().resolve(volumesFile.toPath()),
            blankToNull(tag),
            blankToNull(instance),
            Regions.listOf(destinations, hint("destinations")));
    return BackupRequest.builder(
            volumes.selection(baseDirectory().resolve("volumes.csv")), region(), journalPlace())
        .run(run())
        .rules(rules())
        .timeout(timeSpan());
  }

  private BackupRules rules() throws MojoExecutionException {
    BackupRules copies = copyRules();
    return new BackupRules(
        Choice.of(Consistency.class, consistency, hint("consistency")),
        copies.encryptCopies(),
        copies.copyKey(),
        copies.copyDeadline(),
        CostCap.of(maxCost, hint("maxCost")),
        prices());
  }

  private Prices prices() throws MojoExecutionException {
    if (pricesFile == null) {
      if (isOnAws()) {
        return Prices.DEFAULTS;
      }
      if (maxCost != null && !maxCost.isBlank()) {
        throw new MojoExecutionException(
            "tried to hold the plan to "
                + maxCost
                + "; there is no price list of this cloud. Write its prices into a file "
                + hint("pricesFile"));
      }
      return Prices.NONE;
    }
    Path file = baseDirectory().resolve(pricesFile.toPath());
    return PricesFile.read(file, shown(file), hint("pricesFile"));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  final void print(BackupPlan plan) {
    print(new PlanText(width()).lines(plan));
  }

  /** Makes the plan, tells it, and does no more. */
  final Outcome planOnly(boolean withPolicy) throws MojoExecutionException {
    Instant started = clock.instant();
    BackupRequest request = request().build();
    BackupPlan plan;
    String policy;
    try (FrontDoor door = open(log(made -> {}))) {
      plan = door.plan(request);
      policy = withPolicy ? door.policy(plan, request.rules()) : "";
    }
    Timing timing = since(started);
    print(plan);
    printWarnings(plan.allProblems());
    PlanReport report = PlanReport.of(plan, timing);
    ReportFile[] files =
        withPolicy(
            withPolicy,
            policy,
            new ReportFile("ebs-plan.html", HtmlReport.of(report)),
            ReportFile.json("ebs-plan.json", report));
    if (plan.allProblems().stream().anyMatch(Problem::isError)) {
      return Outcome.refused(FailureText.of(plan), files);
    }
    return plan.snapshotsToMake() + plan.copiesToMake() == 0
        ? Outcome.idle(Closing.of(plan), files)
        : Outcome.done(Closing.of(plan), files);
  }
}
