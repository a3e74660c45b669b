package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.CompareRequest;
import io.github.quartermaster.amp.maven.report.CompareReport;
import io.github.quartermaster.amp.maven.text.ComparisonText;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.WarComparison;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ReportFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a WAR differs from another, such as the last release or a backup: modules, libraries
 * and other files. Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "compare", requiresProject = false, threadSafe = true)
public final class CompareMojo extends AmpMojo {
  /**
   * The WAR that the one in {@code wars} is compared with: a packed file, an exploded folder, or
   * coordinates {@code groupId:artifactId:version[:type[:classifier]]} (type {@code war} unless
   * said). Example: {@code org.example:alfresco:1.4.0}
   *
   * @since 1.0
   */
  @Parameter(property = "amp.compareWith")
  @Nullable String compareWith;

  /** Takes what Maven injects. */
  @Inject
  public CompareMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    List<Path> found = findWars(false);
    if (found.isEmpty()) {
      return withoutWar();
    }
    String other = compareWith;
    if (other == null || found.size() > 1) {
      throw new MojoExecutionException(
          "tried to compare "
              + found.size()
              + (found.size() == 1 ? " WAR; " : " WARs; ")
              + (other == null ? "nothing is named to compare with" : "it must be one")
              + ". Name one WAR, and one to compare it with "
              + new ParameterHint("amp", other == null ? "compareWith" : "wars"));
    }
    Path before =
        new WarFinder(baseDirectory(), artifactFiles()).named(List.of(other), false).get(0);
    Instant started = clock.instant();
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
    WarComparison comparison =
        amps(log)
            .compare(
                new CompareRequest(before, found.get(0), tierEntries(), ArchiveLimits.DEFAULTS));
    ComparisonText text = new ComparisonText(this::shown, width());
    ReportFile json =
        ReportFile.json("amp-compare.json", CompareReport.of(comparison, since(started)));
    if (comparison.isSame()) {
      return Outcome.idle(text.closing(comparison), json);
    }
    print(text.lines(comparison));
    return Outcome.done(text.closing(comparison), json);
  }
}
