package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.maven.report.ApplyReport;
import io.github.quartermaster.amp.maven.report.HtmlReport;
import io.github.quartermaster.amp.maven.text.ProblemText;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.MojoSupport;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Terminal;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Timing;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What all goals of this plugin have: where WARs and reports are, and how problems are told. */
abstract class AmpMojo extends MojoSupport {
  private static final String LOG_PREFIX = "[INFO] ";
  private static final String SOURCE_DATE_EPOCH = "env.SOURCE_DATE_EPOCH";

  /**
   * Skips the goal.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.skip", defaultValue = "false")
  boolean skip;

  /**
   * The folder for the reports, {@code amp-<goal>.json} and others; made if it is not there.
   *
   * @since 1.0
   */
  @Parameter(
      property = "amp.reportDirectory",
      defaultValue = "${basedir}/target/quartermaster",
      required = true)
  File reportDirectory = new File("target/quartermaster");

  /**
   * The WARs: packed files, exploded folders, or coordinates {@code
   * groupId:artifactId:version[:type[:classifier]]} (type {@code war} unless said). Relative paths
   * count from the project's folder. Each AMP goes to the WARs of its tier (repository or Share).
   * Default: the project's WAR, which is its artifact, else {@code target/<finalName>.war}.
   * Example: {@code /opt/tomcat/webapps/alfresco.war,/opt/tomcat/webapps/share.war}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.wars")
  List<String> wars = List.of();

  /**
   * What you know better of tiers than an AMP or WAR tells: entries {@code name=tier}, where the
   * name is a module id or a file name and the tier {@code repository} or {@code share}. Example:
   * {@code my-dashlets=share}
   *
   * @since 1.0
   */
  @Parameter(property = "amp.tiers")
  List<String> tiers = List.of();

  private final RepositorySystem repositorySystem;
  final Clock clock = Clock.systemUTC();

  AmpMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution);
    this.repositorySystem = repositorySystem;
  }

  @Override
  protected final String skipProperty() {
    return "amp.skip";
  }

  @Override
  protected final boolean isSkipped() {
    return skip;
  }

  @Override
  protected final Path reportDirectory() {
    return baseDirectory().resolve(reportDirectory.toPath());
  }

  @Override
  protected final Optional<String> explain(RuntimeException failure) {
    return failure instanceof AmpException exception
        ? Optional.of(ProblemText.line(exception.problem()))
        : Optional.empty();
  }

  final ArtifactFiles artifactFiles() {
    return new ArtifactFiles(
        repositorySystem,
        session().getRepositorySession(),
        project().getRemoteProjectRepositories());
  }

  /**
   * The WARs to work on: those named, else the project's; empty where there is none of either.
   *
   * @param changedInPlace whether the WARs themselves would change
   */
  final List<Path> findWars(boolean changedInPlace) throws MojoExecutionException {
    return wars.isEmpty()
        ? WarFinder.ofProject(project()).stream().toList()
        : new WarFinder(baseDirectory(), artifactFiles()).named(wars, changedInPlace);
  }

  /** The end of a goal that has no WAR to work on. */
  final Outcome withoutWar() throws MojoExecutionException {
    // inherited from a parent POM into a module that builds no WAR, it is no fault
    if (isBound() && !project().getPackaging().equals("war")) {
      return Outcome.idle("No WAR here");
    }
    throw WarFinder.missing(project(), session().getProjects());
  }

  final Map<String, Tier> tierEntries() throws MojoExecutionException {
    return TierEntries.parse(tiers);
  }

  /** The folder of what Maven has fetched, if it has one. */
  final Optional<Path> localRepository() {
    return Optional.ofNullable(session().getRepositorySession().getLocalRepository())
        .map(repository -> repository.getBasedir().toPath());
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

  final void printProblems(List<Problem> problems) {
    ProblemText.lines(problems.stream().filter(problem -> !problem.isError()).toList())
        .forEach(getLog()::warn);
    ProblemText.lines(problems.stream().filter(Problem::isError).toList()).forEach(getLog()::error);
  }

  /**
   * Prints what a failure will not say anyway.
   *
   * @param refusing those that make the build fail
   */
  final void printProblems(List<Problem> problems, List<Problem> refusing) {
    List<Problem> printed = new ArrayList<>(problems);
    printed.removeAll(refusing);
    printed.addAll(ProblemText.beyondFailure(refusing));
    printProblems(printed);
  }

  final Timing since(Instant started) {
    return new Timing(started, Duration.between(started, clock.instant()));
  }

  /** The one time that everything written carries, where the user or the build says so. */
  final @Nullable Instant timestamp(@Nullable String outputTimestamp)
      throws MojoExecutionException {
    String epoch = session().getSystemProperties().getProperty(SOURCE_DATE_EPOCH);
    String chosen =
        OutputTimestamp.chosen(outputTimestamp, project(), session().getUserProperties());
    return OutputTimestamp.of(chosen, epoch).orElse(null);
  }

  final @Nullable Path absolute(@Nullable File folder) {
    return folder == null ? null : baseDirectory().resolve(folder.toPath());
  }

  static int atLeast(int least, int value, String name) throws MojoExecutionException {
    if (value < least) {
      throw new MojoExecutionException(
          "tried to use "
              + value
              + "; it must be at least "
              + least
              + ". Correct the number "
              + new ParameterHint("amp", name));
    }
    return value;
  }

  /** What {@code failOn} says. */
  static Severity least(String failOn) throws MojoExecutionException {
    return Choice.of(Severity.class, failOn, new ParameterHint("amp", "failOn"));
  }

  /** The problems for which the user wants the build to fail. */
  static List<Problem> refusing(List<Problem> problems, Severity least) {
    return problems.stream().filter(problem -> problem.severity().compareTo(least) >= 0).toList();
  }

  /** The report in its two forms: the page for people first, and the one for programs. */
  static ReportFile[] reports(ApplyReport report) {
    String name = "amp-" + report.goal();
    return new ReportFile[] {
      new ReportFile(name + ".html", HtmlReport.of(report)), ReportFile.json(name + ".json", report)
    };
  }

  /** The front door, heard by this goal's log. */
  final Amps amps(AmpListener log) {
    return new Amps(log, clock);
  }
}
