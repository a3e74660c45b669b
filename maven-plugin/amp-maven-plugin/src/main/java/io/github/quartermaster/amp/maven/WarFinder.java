package io.github.quartermaster.amp.maven;

import io.github.quartermaster.maven.ParameterHint;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Finds the WARs: those that the user names, else the project's. */
final class WarFinder {
  private static final String TYPE = "war";
  private static final ParameterHint PARAMETER = new ParameterHint("amp", "wars");

  private final Path base;
  private final ArtifactFiles artifacts;

  /** Resolves relative paths from the base. */
  WarFinder(Path base, ArtifactFiles artifacts) {
    this.base = base;
    this.artifacts = artifacts;
  }

  /**
   * The files of the entries: paths that are there, else coordinates, else paths to what is
   * missing, which the core then names.
   *
   * @param changedInPlace whether the WARs themselves would change, which those of the local
   *     repository must not
   */
  List<Path> named(List<String> entries, boolean changedInPlace) throws MojoExecutionException {
    List<Path> files = new ArrayList<>();
    for (String entry : entries) {
      files.add(named(entry.strip(), changedInPlace));
    }
    return files;
  }

  private Path named(String entry, boolean changedInPlace) throws MojoExecutionException {
    Optional<Path> path = UserPath.existing(base, entry);
    Optional<Coordinates> coordinates = Coordinates.parse(entry, TYPE);
    if (path.isPresent() || coordinates.isEmpty()) {
      return UserPath.of(base, entry)
          .orElseThrow(
              () ->
                  new MojoExecutionException(
                      "tried to find the WAR '"
                          + entry
                          + "'; that is no path. Correct it "
                          + PARAMETER));
    }
    if (changedInPlace) {
      throw new MojoExecutionException(
          "tried to take "
              + coordinates.get()
              + " as a WAR to change; what the local repository holds must stay as it is. Name a"
              + " folder for the result "
              + new ParameterHint("amp", "outputDirectory"));
    }
    return artifacts.fetch(coordinates.get(), PARAMETER.toString());
  }

  /** The project's WAR: its artifact, else what its build would have left, where that is there. */
  static Optional<Path> ofProject(MavenProject project) {
    if (project.getFile() == null) {
      return Optional.empty();
    }
    File artifact = project.getArtifact() == null ? null : project.getArtifact().getFile();
    if (TYPE.equals(project.getPackaging()) && artifact != null && artifact.exists()) {
      return Optional.of(artifact.toPath());
    }
    return Optional.of(built(project)).filter(Files::exists);
  }

  private static Path built(MavenProject project) {
    return Path.of(
        project.getBuild().getDirectory(), project.getBuild().getFinalName() + "." + TYPE);
  }

  /**
   * What to tell a user who named no WAR and whose project has none.
   *
   * @param modules all projects of the build
   */
  static MojoExecutionException missing(MavenProject project, List<MavenProject> modules) {
    if (project.getFile() == null) {
      return new MojoExecutionException(
          "tried to find a WAR; none is named and there is no POM here. Name it, for example"
              + " -Damp.wars=/opt/tomcat/webapps/alfresco.war "
              + PARAMETER);
    }
    if (TYPE.equals(project.getPackaging())) {
      return new MojoExecutionException(
          "tried to find the WAR of "
              + project.getArtifactId()
              + "; "
              + built(project)
              + " has not been built yet. Run `mvn package` first, bind the goal to the phase"
              + " package, or name another WAR "
              + PARAMETER);
    }
    return new MojoExecutionException(
        "tried to find the WAR of "
            + project.getArtifactId()
            + "; its packaging is "
            + project.getPackaging()
            + " and it builds none. Bind the goal in the module that builds the WAR, choose that"
            + " module with -pl"
            + example(modules)
            + ", or name a WAR "
            + PARAMETER);
  }

  private static String example(List<MavenProject> modules) {
    String choices =
        modules.stream()
            .filter(module -> TYPE.equals(module.getPackaging()))
            .map(module -> "-pl :" + module.getArtifactId())
            .limit(3)
            .collect(Collectors.joining(" or "));
    return choices.isEmpty() ? "" : " (" + choices + ")";
  }
}
