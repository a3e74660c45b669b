package io.github.quartermaster.amp.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a user wrote where both a path and coordinates may stand, read as a path. */
final class UserPath {
  private UserPath() {}

  /** The path, relative to the base unless it is absolute; empty where it cannot be one. */
  static Optional<Path> of(Path base, String text) {
    try {
      return Optional.of(base.resolve(text).normalize());
    } catch (InvalidPathException coordinatesOnWindows) {
      return Optional.empty();
    }
  }

  /**
   * An entry of a list of files. Maven takes a list apart at the commas alone, so blanks beside
   * them are still there, and what follows such a blank was taken for relative.
   */
  static Path ofList(Path base, File entry) {
    Path path = base.resolve(entry.toPath());
    return path.startsWith(base) ? base.resolve(base.relativize(path).toString().strip()) : path;
  }

  /** The path likewise, where something is there. */
  static Optional<Path> existing(Path base, String text) {
    return of(base, text).filter(Files::exists);
  }
}
