package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Where the integration tests find what the build has laid out for them, and where they work. */
final class Place {
  private Place() {}

  /** The project's version, which every example must name. */
  static String version() {
    return property("it.version");
  }

  /** The {@code target} folder of this module. */
  static Path target() {
    return Path.of(property("it.target"));
  }

  /** The folder that holds the unpacked Mavens and the Tomcat. */
  static Path distributions() {
    return target().resolve("distributions");
  }

  /** The folder of the examples, as a user sees it in the checkout. */
  static Path examples() {
    return Path.of(property("it.examples")).normalize();
  }

  /** The folder of the projects that show nothing to a user and everything to a test. */
  static Path projects() {
    return Path.of(property("it.projects"));
  }

  /** A new, empty folder for one test; kept after the test, so that a failure can be looked at. */
  static Path work(String name) {
    try {
      Path work = target().resolve("work");
      // stops Maven's search upwards: the settings of our own build are not those of a user
      Files.createDirectories(work.resolve(".mvn"));
      Path folder = work.resolve(name);
      delete(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a project without what a build has left in it. */
  static Path copy(Path project, Path to) {
    return walk(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.getFileName().toString().equals("target")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(project.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(project.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        },
        to);
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      walk(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          },
          folder);
    }
  }

  private static Path walk(Path from, SimpleFileVisitor<Path> visitor, Path result) {
    try {
      Files.walkFileTree(from, visitor);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "tried to read the system property "
              + name
              + "; it is not set. Run the integration tests with ./mvnw verify.");
    }
    return value;
  }
}
