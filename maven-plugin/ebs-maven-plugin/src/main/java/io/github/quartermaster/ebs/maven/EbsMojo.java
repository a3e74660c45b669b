package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.maven.text.ProblemText;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.MojoSupport;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Terminal;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Timing;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals of this plugin have: the cloud, where reports go, and how problems are told. */
abstract class EbsMojo extends MojoSupport {
  private static final String LOG_PREFIX = "[INFO] ";

  /**
   * Skips the goal.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.skip", defaultValue = "false")
  boolean skip;

  /**
   * The folder for the reports, {@code ebs-<goal>.json} and others; made if it is not there.
   *
   * @since 1.0
   */
  @Parameter(
      property = "ebs.reportDirectory",
      defaultValue = "${basedir}/target/quartermaster",
      required = true)
  File reportDirectory = new File("target/quartermaster");

  /**
   * The cloud that the volumes are in: {@code aws} or {@code openstack}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.provider", defaultValue = "aws")
  String provider = "aws";

  /**
   * The region that the volumes are in. Default: what AWS's own settings say ({@code AWS_REGION}, a
   * profile, the instance that this runs on), else {@code us-east-1}; with OpenStack the region of
   * {@code clouds.yaml} or {@code OS_REGION_NAME}. Example: {@code eu-west-1}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.region")
  @Nullable String region;

  /**
   * The profile in AWS's own configuration files that names credentials and region. Credentials
   * always come from where AWS's tools look for them; no goal takes a key as a parameter. Example:
   * {@code backup}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.profile")
  @Nullable String profile;

  /**
   * With OpenStack: the entry of {@code clouds.yaml} that says where the cloud is and who asks.
   * Default: {@code OS_CLOUD}, the other variables of OpenStack, or the only entry. Example: {@code
   * production}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.cloud")
  @Nullable String cloud;

  /**
   * With OpenStack: the {@code clouds.yaml} to read; secrets may stand in a {@code secure.yaml}
   * beside it. Default: in the working directory, {@code ~/.config/openstack} or {@code
   * /etc/openstack}. Example: {@code /etc/backup/clouds.yaml}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.cloudsFile")
  @Nullable File cloudsFile;

  /** What is asked instead of the provider, in tests. */
  FrontDoor.@Nullable Cloud instead;

  Clock clock = Clock.systemUTC();

  EbsMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected final String skipProperty() {
    return "ebs.skip";
  }

  @Override
  protected final boolean isSkipped() {
    return skip;
  }

  @Override
  protected final boolean runsOncePerBuild() {
    return true;
  }

  @Override
  protected final Path reportDirectory() {
    return baseDirectory().resolve(reportDirectory.toPath());
  }

  @Override
  protected final Optional<String> explain(RuntimeException failure) {
    return failure instanceof EbsException exception
        ? Optional.of(ProblemText.line(exception.problem()))
        : Optional.empty();
  }

  /** Opens the front door; everything after that may call the cloud. */
  final FrontDoor open(EbsListener listener) throws MojoExecutionException {
    FrontDoor.Cloud provided = provided();
    provided.requireNetwork(session());
    return provided.open(stripped(profile), namedRegion(), listener, clock);
  }

  final Region region() throws MojoExecutionException {
    Region named = namedRegion();
    return named == null ? provided().defaultRegion(stripped(profile)) : named;
  }

  private FrontDoor.Cloud provided() throws MojoExecutionException {
    if (instead != null) {
      return instead;
    }
    return isOnAws()
        ? new Aws()
        : new OpenStack(
            stripped(cloud),
            cloudsFile == null ? null : baseDirectory().resolve(cloudsFile.toPath()));
  }

  /** Whether the volumes are Amazon's. */
  final boolean isOnAws() throws MojoExecutionException {
    return Choice.of(Provider.class, provider, hint("provider")) == Provider.AWS;
  }

  private @Nullable Region namedRegion() throws MojoExecutionException {
    return region == null || region.isBlank() ? null : Regions.of(region, hint("region"));
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** A listener that tells the log what happens. */
  final EbsLog log(EbsLog.OnPlan onPlan) {
    return new EbsLog(
        getLog(), terminal().map(terminal -> new ProgressLine(terminal, clock)), clock, onPlan);
  }

  /** How wide a line of the log may be; a log that nobody watches has no width. */
  final int width() {
    return terminal()
        .map(Terminal::width)
        .map(width -> width - LOG_PREFIX.length())
        .orElse(TextTable.UNLIMITED);
  }

  final void print(List<String> lines) {
    lines.forEach(getLog()::info);
  }

  /**
   * The reports, and with them the policy, which is printed too, where it was asked for.
   *
   * @param policy empty where it was not
   */
  final ReportFile[] withPolicy(boolean wanted, String policy, ReportFile... reports) {
    if (!wanted) {
      return reports;
    }
    print(policy.lines().toList());
    return Stream.concat(Stream.of(reports), Stream.of(new ReportFile("ebs-policy.json", policy)))
        .toArray(ReportFile[]::new);
  }

  final void printWarnings(List<Problem> problems) {
    ProblemText.lines(problems.stream().filter(problem -> !problem.isError()).toList())
        .forEach(getLog()::warn);
  }

  final Timing since(Instant started) {
    return new Timing(started, Duration.between(started, clock.instant()));
  }

  static ParameterHint hint(String name) {
    return new ParameterHint("ebs", name);
  }

  private enum Provider {
    AWS,
    OPENSTACK
  }
}
