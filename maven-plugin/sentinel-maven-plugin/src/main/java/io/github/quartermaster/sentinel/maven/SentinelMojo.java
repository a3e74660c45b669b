package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.MojoSupport;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Terminal;
import io.github.quartermaster.sentinel.maven.text.ProblemText;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals of this plugin have: what is checked, where reports go, how problems are told. */
abstract class SentinelMojo extends MojoSupport {
  private static final String LOG_PREFIX = "[INFO] ";
  private static final String USUAL_CONFIG = "sentinel.yaml";

  /**
   * Skips the goal.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.skip", defaultValue = "false")
  boolean skip;

  /**
   * The folder for the reports; made if it is not there.
   *
   * @since 1.0
   */
  @Parameter(
      property = "sentinel.reportDirectory",
      defaultValue = "${basedir}/target/quartermaster",
      required = true)
  File reportDirectory = new File("target/quartermaster");

  /**
   * The configuration: what is to be checked and what needs what. Default: {@code sentinel.yaml} in
   * the project's folder, and where there is none, this host's processors, memory, disks and
   * network. Example: {@code ops/sentinel.yaml}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.config")
  @Nullable File config;

  /**
   * A folder of further providers: jars with Java ones, and executables that keep to the rules for
   * plugins of Nagios. Example: {@code ops/plugins}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.plugins")
  @Nullable File plugins;

  FrontDoor.Opener core = new Core();
  Clock clock = Clock.systemUTC();

  SentinelMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected final String skipProperty() {
    return "sentinel.skip";
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
    return failure instanceof SentinelException exception
        ? Optional.of(ProblemText.message(exception.problems()))
        : Optional.empty();
  }

  /** Opens the front door with the configuration that holds here. */
  final FrontDoor open() {
    return open(chosenConfig());
  }

  /** The configuration that holds here, or null for the built-in one. */
  final @Nullable Path chosenConfig() {
    Path usual = baseDirectory().resolve(USUAL_CONFIG);
    Path named = config == null ? null : baseDirectory().resolve(config.toPath());
    return named == null && Files.exists(usual) ? usual : named;
  }

  /** The folder of further providers, or null. */
  final @Nullable Path pluginFolder() {
    return plugins == null ? null : baseDirectory().resolve(plugins.toPath());
  }

  /** Opens the front door with this configuration, or the built-in one. */
  final FrontDoor open(@Nullable Path chosen) {
    SentinelLog log =
        new SentinelLog(
            getLog(), terminal().map(terminal -> new ProgressLine(terminal, clock)), clock);
    return core.open(chosen, pluginFolder(), log, clock);
  }

  /** How wide a line of the log may be, or nothing where nobody watches. */
  final Optional<Integer> width() {
    return terminal().map(Terminal::width).map(width -> width - LOG_PREFIX.length());
  }

  final void print(String text) {
    text.lines().forEach(getLog()::info);
  }

  final void printWarnings(List<Problem> problems) {
    ProblemText.lines(problems).forEach(getLog()::warn);
  }

  /** Past the log and its prefixes, for programs. */
  static void toStandardOutput(ReportFile report) {
    System.out.print(report.content());
    System.out.flush();
  }

  static ParameterHint hint(String name) {
    return new ParameterHint("sentinel", name);
  }
}
