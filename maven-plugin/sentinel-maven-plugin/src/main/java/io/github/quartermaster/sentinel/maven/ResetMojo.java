package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.sentinel.model.ComponentId;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Sets a component back after a person has looked at it: its breaker closes, and the cool-down and
 * the ladder of its remedies begin anew. The limits stay as they are. Checks nothing and does
 * nothing to the host.
 *
 * @since 1.0
 */
@Mojo(name = "reset", requiresProject = false, threadSafe = true)
public final class ResetMojo extends SentinelMojo {
  /**
   * The component. Example: {@code disk:/var}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.target", required = true)
  String target = "";

  /**
   * The folder for what was tried before and for the audit log. Default: that of the configuration.
   * Example: {@code /var/lib/sentinel}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.state")
  @Nullable File state;

  /** Takes what Maven injects. */
  @Inject
  public ResetMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    if (!ComponentId.isWellFormed(target)) {
      throw new MojoExecutionException(
          "tried to reset a component; its name is empty, too long or holds control characters."
              + " Write the name that reports have "
              + hint("target"));
    }
    Optional<Path> folder =
        Optional.ofNullable(state).map(named -> baseDirectory().resolve(named.toPath()));
    try (FrontDoor door = open()) {
      return door.reset(new ComponentId(target), folder)
          ? Outcome.done(target + " was reset")
          : Outcome.idle("Nothing was tried on " + target + " that is remembered");
    }
  }
}
