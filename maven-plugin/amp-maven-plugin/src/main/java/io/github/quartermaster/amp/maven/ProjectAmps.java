package io.github.quartermaster.amp.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** Finds the AMPs that a project builds. */
final class ProjectAmps {
  private static final String ENDING = ".amp";

  private ProjectAmps() {}

  /** Its artifacts, else what lies in its build folder. */
  static List<Path> of(MavenProject project) {
    if (project.getFile() == null) {
      return List.of();
    }
    Set<Path> amps = new TreeSet<>();
    add(project.getArtifact(), amps);
    project.getAttachedArtifacts().forEach(artifact -> add(artifact, amps));
    Path built = Path.of(project.getBuild().getDirectory());
    if (amps.isEmpty() && Files.isDirectory(built)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(built, "*" + ENDING)) {
        files.forEach(amps::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(amps);
  }

  private static void add(Artifact artifact, Set<Path> amps) {
    File file = artifact == null ? null : artifact.getFile();
    if (file != null && file.getName().endsWith(ENDING) && file.exists()) {
      amps.add(file.toPath());
    }
  }
}
