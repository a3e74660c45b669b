package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.VerifyRequest;
import io.github.quartermaster.ebs.VerifyResult;
import io.github.quartermaster.ebs.maven.report.HtmlReport;
import io.github.quartermaster.ebs.maven.report.VerifyReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.VerifyText;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Severity;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import java.io.File;
import java.nio.file.Files;
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
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what is backed up is as it was meant to be: each snapshot and each copy whole, as
 * large as its volume was, encrypted as wanted, with our tags; none missing. With {@code level}
 * {@code map} it compares which blocks of snapshot and copies hold data, with {@code sample} the
 * data of some of them too. Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends EbsMojo {
  /**
   * How deep to look: {@code state}, what AWS tells of each snapshot; {@code map}, also which
   * blocks hold data; {@code sample}, also what some of them hold. Reading blocks costs money.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.level", defaultValue = "state")
  String level = "state";

  /**
   * The run to verify. Default: what {@code scope} says. Example: {@code release-4711}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.run")
  @Nullable String run;

  /**
   * Where no run is named: {@code newest}, of each volume the newest snapshot with its copies;
   * {@code all}, every one that is there.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.scope", defaultValue = "newest")
  String scope = "newest";

  /**
   * The volumes file that says which volumes must be backed up, and where to. Default: {@code
   * volumes.csv} in the project's folder where there is one; else only the tags of what is there
   * say which copies must be.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.volumesFile")
  @Nullable File volumesFile;

  /**
   * The regions to look in, besides those that the snapshots there tell of. Default: all that the
   * account may use. Example: {@code us-east-1,us-west-2}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.regions")
  List<String> regions = List.of();

  /**
   * How many blocks of each snapshot are read with {@code level} {@code sample}, besides the first
   * one; 1 to 10,000 of 512 KiB.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.sample", defaultValue = "32")
  int sample = VerificationRules.DEFAULT_SAMPLE;

  /**
   * The number that chooses the blocks: the same again reads the same ones. Default: another one
   * each time, which is printed. Example: {@code 4711}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.seed")
  @Nullable String seed;

  /**
   * Whether copies must be encrypted also where the snapshot is not.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.encryptCopies", defaultValue = "false")
  boolean encryptCopies;

  /**
   * The key that copies must be encrypted with: an id, alias or ARN that is valid in every
   * destination. Default: any. Example: {@code alias/backup}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.kmsKeyId")
  @Nullable String kmsKeyId;

  /**
   * Refuses to read blocks where that is expected to cost more, in the currency of the prices.
   * Example: {@code 0.50}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.maxCost")
  @Nullable String maxCost;

  /**
   * A properties file with prices of yours, of which each is optional; of this goal are {@code
   * thousandBlockLists}, {@code thousandBlocks} and {@code currency}. Default: AWS's list prices in
   * {@code us-east-1}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.pricesFile")
  @Nullable File pricesFile;

  /**
   * What fails the build: {@code error}, or {@code warning} too.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.failOn", defaultValue = "error")
  String failOn = "error";

  /**
   * Prints the least IAM policy that verifying needs, and writes it to {@code ebs-policy.json}
   * beside the reports.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.printPolicy", defaultValue = "false")
  boolean printPolicy;

  /** Takes what Maven injects. */
  @Inject
  public VerifyMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    Severity least = Choice.of(Severity.class, failOn, hint("failOn"));
    VerifyRequest request = request();
    Instant started = clock.instant();
    VerifyResult result;
    String policy;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = door.verify(request);
      policy = printPolicy ? door.verificationPolicy(request, result.plan()) : "";
    }
    print(new VerifyText(width()).lines(result));
    printWarnings(result.problems());
    List<Problem> failing =
        result.problems().stream()
            .filter(problem -> problem.isError() || least == Severity.WARNING)
            .toList();
    VerifyReport report = VerifyReport.of(result, failing.isEmpty(), since(started));
    ReportFile[] files =
        withPolicy(
            printPolicy,
            policy,
            new ReportFile("ebs-verify.html", HtmlReport.of(report)),
            ReportFile.json("ebs-verify.json", report),
            new ReportFile("TEST-ebs-verify.xml", report.junit()));
    return failing.isEmpty()
        ? Outcome.done(Closing.of(result), files)
        : Outcome.refused(FailureText.of(failing), files);
  }

  private VerifyRequest request() throws MojoExecutionException {
    return new VerifyRequest(Regions.listOf(regions, hint("regions")), promises(), rules());
  }

  private @Nullable Path promises() {
    if (volumesFile != null) {
      return baseDirectory().resolve(volumesFile.toPath());
    }
    Path usual = baseDirectory().resolve("volumes.csv");
    return Files.exists(usual) ? usual : null;
  }

  private VerificationRules rules() throws MojoExecutionException {
    if (sample < 1 || sample > VerificationRules.MOST_SAMPLED) {
      throw new MojoExecutionException(
          "tried to read '"
              + sample
              + "' as a number of blocks; it is not from 1 to "
              + VerificationRules.MOST_SAMPLED
              + ". Write one such as 32 "
              + hint("sample"));
    }
    return new VerificationRules(
        scope(),
        Choice.of(VerificationLevel.class, level, hint("level")),
        sample,
        seed(),
        encryptCopies,
        kmsKeyId == null || kmsKeyId.isBlank() ? null : kmsKeyId.strip(),
        CostCap.of(maxCost, hint("maxCost")),
        prices());
  }

  private VerificationScope scope() throws MojoExecutionException {
    RunId only = RunName.of(run);
    if (only != null) {
      return new VerificationScope.OfRun(only);
    }
    return switch (Choice.of(Scope.class, scope, hint("scope"))) {
      case NEWEST -> new VerificationScope.Newest();
      case ALL -> new VerificationScope.All();
    };
  }

  private long seed() throws MojoExecutionException {
    if (seed == null || seed.isBlank()) {
      return clock.instant().getEpochSecond();
    }
    try {
      return Long.parseLong(seed.strip());
    } catch (NumberFormatException notOne) {
      throw new MojoExecutionException(
          "tried to read '"
              + seed
              + "' as a number that chooses blocks; it is none. Write one such as 4711 "
              + hint("seed"),
          notOne);
    }
  }

  private Prices prices() throws MojoExecutionException {
    if (pricesFile == null) {
      return Prices.DEFAULTS;
    }
    Path file = baseDirectory().resolve(pricesFile.toPath());
    return PricesFile.read(file, shown(file), hint("pricesFile"));
  }

  private enum Scope {
    NEWEST,
    ALL
  }
}
