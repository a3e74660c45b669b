package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Score;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals have that fail the build where the host is too sick: the gate. */
abstract class GatedMojo extends SentinelMojo {
  /**
   * The score from which on the build fails, from 0, healthy, to 10000, down. A critical state
   * begins at 3162. Example: {@code 316} to fail at a warning.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.failAt", defaultValue = "3162")
  int failAt = Score.CRITICAL.value();

  /**
   * The score from which on the goal warns. A warning begins at 316.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.warnAt", defaultValue = "316")
  int warnAt = Score.WARNING.value();

  /**
   * Whether the build fails where the state of something could not be found out. What cannot be
   * looked at on this machine never fails it.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.failOnUnknown", defaultValue = "true")
  boolean failOnUnknown = true;

  GatedMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  /** The gate as the parameters have it. */
  final Gate gate() throws MojoExecutionException {
    return new Gate(score(failAt, "failAt"), score(warnAt, "warnAt"), failOnUnknown);
  }

  private static Score score(int value, String parameter) throws MojoExecutionException {
    if (value < 0 || value > Score.DOWN.value()) {
      throw new MojoExecutionException(
          "tried to take "
              + value
              + " as a score; there is none below 0 or above "
              + Score.DOWN
              + ". Write one in between "
              + hint(parameter));
    }
    return new Score(value);
  }

  /** As Maven itself decides for its own output, but never into a file. */
  final boolean isColoured() {
    String style = session().getUserProperties().getProperty("style.color", "auto");
    return terminal().isPresent() && !style.equals("never") && System.getenv("NO_COLOR") == null;
  }
}
