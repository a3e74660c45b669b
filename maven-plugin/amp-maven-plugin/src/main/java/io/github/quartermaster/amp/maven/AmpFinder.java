package io.github.quartermaster.amp.maven;

import io.github.quartermaster.maven.ParameterHint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Finds the single AMPs: those that the user names, and those that the project depends on. */
final class AmpFinder {
  private static final String TYPE = "amp";
  private static final String PARAMETER = new ParameterHint("amp", "artifacts").toString();

  private final Path base;
  private final ArtifactFiles artifacts;
  private final String parameter;

  /** Resolves relative paths from the base. */
  AmpFinder(Path base, ArtifactFiles artifacts) {
    this(base, artifacts, PARAMETER);
  }

  /**
   * @param parameter which parameter names them, for messages
   */
  AmpFinder(Path base, ArtifactFiles artifacts, String parameter) {
    this.base = base;
    this.artifacts = artifacts;
    this.parameter = parameter;
  }

  /** The files of the entries: paths that are there, else coordinates. */
  List<Path> named(List<String> entries) throws MojoExecutionException {
    List<Path> files = new ArrayList<>();
    for (String entry : entries) {
      files.add(named(entry.strip()));
    }
    return files;
  }

  private Path named(String entry) throws MojoExecutionException {
    Optional<Path> path = UserPath.existing(base, entry);
    if (path.isPresent()) {
      return path.get();
    }
    Optional<Coordinates> coordinates = Coordinates.parse(entry, TYPE);
    if (coordinates.isEmpty()) {
      throw new MojoExecutionException(
          "tried to find the AMP '"
              + entry
              + "'; there is no such file below "
              + base
              + ", and coordinates would be groupId:artifactId:version[:type[:classifier]]. Correct"
              + " the entry "
              + parameter);
    }
    return artifacts.fetch(coordinates.get(), parameter);
  }

  /** The project's direct dependencies of type {@code amp}, of any scope but {@code test}. */
  List<Path> dependenciesOf(MavenProject project) throws MojoExecutionException {
    List<Path> files = new ArrayList<>();
    for (Dependency dependency : project.getDependencies()) {
      if (TYPE.equals(dependency.getType()) && !"test".equals(dependency.getScope())) {
        files.add(file(dependency, project));
      }
    }
    return files;
  }

  private Path file(Dependency dependency, MavenProject project) throws MojoExecutionException {
    if (dependency.getSystemPath() != null) {
      return Path.of(dependency.getSystemPath());
    }
    String classifier = dependency.getClassifier();
    return artifacts.fetch(
        new Coordinates(
            dependency.getGroupId(),
            dependency.getArtifactId(),
            dependency.getVersion(),
            dependency.getType(),
            classifier == null ? "" : classifier),
        "(a dependency of " + project.getArtifactId() + ")");
  }
}
