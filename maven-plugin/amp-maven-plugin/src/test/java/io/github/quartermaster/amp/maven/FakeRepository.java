package io.github.quartermaster.amp.maven;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionConstraint;
import org.eclipse.aether.version.VersionRange;

/** A repository that holds a few files; of a version range it knows the highest only. */
final class FakeRepository {
  private final Map<String, Path> files;
  private final String newest;

  /**
   * @param files by {@code groupId:artifactId:extension[:classifier]:version}
   * @param newest what every range resolves to
   */
  FakeRepository(Map<String, Path> files, String newest) {
    this.files = files;
    this.newest = newest;
  }

  @SuppressWarnings("deprecation") // the other constructor is newer than the oldest Maven supported
  ArtifactFiles artifactFiles() {
    return new ArtifactFiles(system(), new DefaultRepositorySystemSession(), List.of());
  }

  RepositorySystem system() {
    return (RepositorySystem)
        Proxy.newProxyInstance(
            FakeRepository.class.getClassLoader(),
            new Class<?>[] {RepositorySystem.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "resolveArtifact" -> resolve((ArtifactRequest) arguments[1]);
                  case "resolveVersionRange" -> range((VersionRangeRequest) arguments[1]);
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private ArtifactResult resolve(ArtifactRequest request) throws ArtifactResolutionException {
    ArtifactResult result = new ArtifactResult(request);
    Artifact artifact = request.getArtifact();
    Path file = files.get(artifact.toString());
    if (file == null) {
      throw new ArtifactResolutionException(
          List.of(result), "Could not find artifact " + artifact + " in central");
    }
    return result.setArtifact(artifact.setFile(file.toFile()));
  }

  private VersionRangeResult range(VersionRangeRequest request) {
    return new VersionRangeResult(request)
        .setVersions(List.of(new OneVersion(newest)))
        .setVersionConstraint(new NoConstraint());
  }

  private record OneVersion(String text) implements Version {
    @Override
    public int compareTo(Version other) {
      return text.compareTo(other.toString());
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record NoConstraint() implements VersionConstraint {
    @Override
    public VersionRange getRange() {
      return null;
    }

    @Override
    public Version getVersion() {
      return null;
    }

    @Override
    public boolean containsVersion(Version version) {
      return true;
    }
  }
}
