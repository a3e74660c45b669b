package io.github.quartermaster.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * A goal's beginning and end: skips, runs, writes the reports, says how it ended, and turns a
 * refusal or a core's exception into the failure that Maven shows.
 */
public abstract class MojoSupport extends AbstractMojo {
  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;

  /** Takes what Maven injects; the project is a stand-in where there is no POM. */
  protected MojoSupport(MavenSession session, MavenProject project, MojoExecution execution) {
    this.session = session;
    this.project = project;
    this.execution = execution;
  }

  /** The user property that skips the goal, such as {@code amp.skip}. */
  protected abstract String skipProperty();

  /** Whether the user set it. */
  protected abstract boolean isSkipped();

  /** Where reports go; made when the first is written. */
  protected abstract Path reportDirectory();

  /**
   * Does the goal's work.
   *
   * @throws MojoExecutionException if a parameter makes no sense, or something that Maven provides
   *     could not be had
   */
  protected abstract Outcome perform() throws MojoExecutionException;

  /**
   * What the user should read where the core gave up.
   *
   * @return empty for an exception that is no core's: a defect, which Maven shows as such
   */
  protected abstract Optional<String> explain(RuntimeException failure);

  /**
   * Whether the goal acts outside the build, so that a build of many modules runs it once: an
   * execution that modules inherit then runs in the first project that has it.
   */
  protected boolean runsOncePerBuild() {
    return false;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    conclude();
  }

  /**
   * Does what {@link #execute} does, for a front end that wants to know how it ended.
   *
   * @return {@code DONE} or {@code IDLE}
   */
  public final Outcome.Verdict conclude() throws MojoExecutionException, MojoFailureException {
    if (isSkipped()) {
      getLog().info("Skipped, as " + skipProperty() + " says.");
      return Outcome.Verdict.IDLE;
    }
    Optional<MavenProject> other = runsInstead();
    if (other.isPresent()) {
      getLog().info("Skipped: runs once, in " + name(other.get()) + ".");
      return Outcome.Verdict.IDLE;
    }
    Outcome outcome = performExplained();
    Optional<Path> report = writeReports(outcome);
    String where = report.map(path -> "report " + shown(path)).orElse("");
    switch (outcome.verdict()) {
      case DONE -> getLog().info(outcome.message() + (where.isEmpty() ? "" : ", " + where));
      case IDLE -> {
        getLog().info(outcome.message() + ".");
        getLog().debug(where);
      }
      case REFUSED ->
          throw new MojoFailureException(
              outcome.message() + (where.isEmpty() ? "" : "\nAll of it: " + where));
    }
    return outcome.verdict();
  }

  private Optional<MavenProject> runsInstead() {
    return runsOncePerBuild() && isBound()
        ? OncePerBuild.insteadOf(project, session.getProjects(), execution)
        : Optional.empty();
  }

  private static String name(MavenProject project) {
    return project.isExecutionRoot() ? "the root" : project.getArtifactId();
  }

  private Outcome performExplained() throws MojoExecutionException {
    try {
      return perform();
    } catch (RuntimeException failure) {
      throw new MojoExecutionException(explain(failure).orElseThrow(() -> failure), failure);
    }
  }

  private Optional<Path> writeReports(Outcome outcome) throws MojoExecutionException {
    Path directory = reportDirectory();
    for (ReportFile report : outcome.reports()) {
      try {
        report.writeTo(directory);
      } catch (IOException failure) {
        throw new MojoExecutionException(
            "tried to write the report "
                + directory.resolve(report.name())
                + " after the work was done ("
                + outcome.message().lines().findFirst().orElse("")
                + "); "
                + failure
                + ". Make room or give another folder (parameter <reportDirectory>)",
            failure);
      }
    }
    return outcome.reports().stream().map(report -> directory.resolve(report.name())).findFirst();
  }

  /** The session. */
  protected final MavenSession session() {
    return session;
  }

  /** The project, or Maven's stand-in for one. */
  protected final MavenProject project() {
    return project;
  }

  /** The project's folder, or the current one where there is no project. */
  protected final Path baseDirectory() {
    return project.getBasedir() == null
        ? Path.of("").toAbsolutePath()
        : project.getBasedir().toPath().toAbsolutePath();
  }

  /** Whether an {@code <execution>} of a POM runs the goal, rather than the command line. */
  protected final boolean isBound() {
    return execution.getSource() == MojoExecution.Source.LIFECYCLE;
  }

  /** The terminal that a person looks at, if there is one and this build has it for itself. */
  protected final Optional<Terminal> terminal() {
    boolean alone = session.getRequest().getDegreeOfConcurrency() <= 1;
    return alone && session.getRequest().isInteractiveMode() ? Terminal.find() : Optional.empty();
  }

  /** A path as a reader of the log finds it quickest. */
  protected final String shown(Path path) {
    return Wording.path(Path.of("").toAbsolutePath(), path);
  }
}
