package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.WriteSettings;
import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What goals share that change WARs without AMPs. */
abstract class WarChangeMojo extends AmpMojo {
  /**
   * The folder for backups. Default: beside a packed WAR, as {@code <name>.war.<date-time>.bak}; of
   * an exploded WAR one packed file outside the webapps folder. A servlet container must not deploy
   * what lies there.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.backupDirectory")
  @Nullable File backupDirectory;

  /**
   * How many backups of a WAR are kept; the oldest go first. 0 keeps none, not even of this run.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.keepBackups", defaultValue = "5")
  int keepBackups = ApplyRequest.DEFAULT_KEEP_BACKUPS;

  /**
   * Only says what would be done, and why; changes nothing.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.dryRun", defaultValue = "false")
  boolean dryRun;

  /**
   * The time that everything written carries, so that the same input gives the same bytes: ISO-8601
   * or seconds since 1970. Where the property is not set, the environment variable {@code
   * SOURCE_DATE_EPOCH} counts.
   *
   * @since 1.0
   */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  @Nullable String outputTimestamp;

  WarChangeMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  /**
   * How the WARs are written.
   *
   * @param output where the results go, or null for in place
   */
  final WriteSettings settings(@Nullable File output) throws MojoExecutionException {
    return new WriteSettings(
        absolute(output),
        absolute(backupDirectory),
        atLeast(0, keepBackups, "keepBackups"),
        timestamp(outputTimestamp),
        tierEntries(),
        ArchiveLimits.DEFAULTS);
  }
}
