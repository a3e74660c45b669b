package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Outcome;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Watches this host until it is stopped by Ctrl-C: checks at intervals, heals where the
 * configuration lets it, and shows on a page of its own how things are. To let it run as a service,
 * use the program, which needs no Maven.
 *
 * @since 1.0
 */
@Mojo(name = "watch", requiresProject = false, threadSafe = true)
public final class WatchMojo extends SentinelMojo {
  /** What a person who pressed Ctrl-C waits for. */
  private static final int SECONDS_TO_END = 10;

  /**
   * The folder for what must survive a restart, and for the newest results. Default: the one that
   * the configuration names under {@code daemon}, or {@code /var/lib/sentinel}. Example: {@code
   * target/sentinel}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.state")
  @Nullable File state;

  /**
   * The port on loopback where the page and the metrics are, 0 for none. Default: the one that the
   * configuration names under {@code daemon}, or 7878.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.port")
  @Nullable Integer port;

  /** Takes what Maven injects. */
  @Inject
  public WatchMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    FrontDoor.Foreground watch =
        core.watch(
            chosenConfig(),
            pluginFolder(),
            state == null ? null : baseDirectory().resolve(state.toPath()),
            port,
            new WatchLog(getLog()));
    Thread end = new Thread(() -> watch.stop(SECONDS_TO_END), "sentinel-end");
    Runtime.getRuntime().addShutdownHook(end);
    watch.run();
    return Outcome.idle("Stopped watching");
  }
}
