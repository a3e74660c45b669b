package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.AmpSources;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** What the goals that look for AMPs have: where to look. */
abstract class AmpSourcesMojo extends AmpMojo {
  private static final String DEFAULT_DIRECTORY = "amps";

  /**
   * The folders that are trawled, with their sub-folders, for {@code *.amp} in any case. Default:
   * the folder {@code amps} of the project, where that is there. Example: {@code
   * amps,/opt/alfresco/amps}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.directories")
  List<File> directories = List.of();

  /**
   * Single AMPs: files, folders laid out like an AMP, or coordinates {@code
   * groupId:artifactId:version[:type[:classifier]]} (type {@code amp} unless said), fetched as
   * Maven fetches anything. The project's direct dependencies of type {@code amp} come on top,
   * whatever stands here. Example: {@code
   * org.orderofthebee.support-tools:support-tools-repo:1.2.1.0:amp:amp}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.artifacts")
  List<String> artifacts = List.of();

  /**
   * Whether an AMP that cannot be read refuses everything, instead of being reported and left out.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.failOnUnreadable", defaultValue = "false")
  boolean failOnUnreadable;

  AmpSourcesMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  final AmpSources sources() throws MojoExecutionException {
    AmpFinder finder = new AmpFinder(baseDirectory(), artifactFiles());
    List<Path> files = new ArrayList<>(finder.named(artifacts));
    files.addAll(finder.dependenciesOf(project()));
    return new AmpSources(folders(), files, tierEntries(), failOnUnreadable);
  }

  private List<Path> folders() {
    if (directories.isEmpty()) {
      Path usual = baseDirectory().resolve(DEFAULT_DIRECTORY);
      return Files.isDirectory(usual) ? List.of(usual) : List.of();
    }
    return directories.stream().map(folder -> UserPath.ofList(baseDirectory(), folder)).toList();
  }
}
