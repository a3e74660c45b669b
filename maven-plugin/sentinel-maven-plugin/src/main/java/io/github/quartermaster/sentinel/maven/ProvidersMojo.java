package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Outcome;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Lists what can be checked here: the types that a configuration may name, those of the plugins
 * among them, with what can be set for each. Checks nothing.
 *
 * @since 1.0
 */
@Mojo(name = "providers", requiresProject = false, threadSafe = true)
public final class ProvidersMojo extends SentinelMojo {
  /**
   * The only type to show, with all that can be set for it. Default: all types, with the names of
   * what can be set. Example: {@code disk}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.type")
  @Nullable String type;

  /** Takes what Maven injects. */
  @Inject
  public ProvidersMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    TypeListing listing = new TypeListing("providers", "type", "MEASURES", width(), getLog());
    // without the configuration: people look here when that does not work yet
    try (FrontDoor door = open(null)) {
      return listing.show(door.providers(), type);
    }
  }
}
