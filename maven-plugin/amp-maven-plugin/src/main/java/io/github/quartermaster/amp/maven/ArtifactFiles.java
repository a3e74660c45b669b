package io.github.quartermaster.amp.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/**
 * Fetches artifacts as Maven fetches any: from the modules of this build, the local repository, the
 * project's remote ones.
 */
final class ArtifactFiles {
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  ArtifactFiles(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  /**
   * The artifact's file, downloaded if need be.
   *
   * @param origin what named it, as the end of a message
   * @throws MojoExecutionException if it cannot be had
   */
  Path fetch(Coordinates coordinates, String origin) throws MojoExecutionException {
    try {
      Artifact artifact = artifact(coordinates);
      if (coordinates.isRange()) {
        artifact = artifact.setVersion(newestIn(artifact));
      }
      return system
          .resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException | VersionRangeResolutionException failure) {
      throw unresolved(coordinates, origin, String.valueOf(failure.getMessage()), failure);
    }
  }

  private String newestIn(Artifact artifact) throws VersionRangeResolutionException {
    VersionRangeRequest request = new VersionRangeRequest(artifact, repositories, null);
    Version newest = system.resolveVersionRange(session, request).getHighestVersion();
    // an unresolvable range goes on as a version, and its resolution then says what is missing
    return newest == null ? artifact.getVersion() : newest.toString();
  }

  private Artifact artifact(Coordinates coordinates) {
    ArtifactType type = session.getArtifactTypeRegistry().get(coordinates.type());
    String extension = type == null ? coordinates.type() : type.getExtension();
    String classifier =
        type == null || !coordinates.classifier().isEmpty()
            ? coordinates.classifier()
            : type.getClassifier();
    return new DefaultArtifact(
        coordinates.groupId(),
        coordinates.artifactId(),
        classifier,
        extension,
        coordinates.version());
  }

  private static MojoExecutionException unresolved(
      Coordinates coordinates, String origin, String why, Exception cause) {
    return new MojoExecutionException(
        "tried to fetch "
            + coordinates
            + "; "
            + why
            + ". Check the coordinates, written groupId:artifactId:version[:type[:classifier]], and"
            + " the repositories of the POM and the settings "
            + origin,
        cause);
  }
}
