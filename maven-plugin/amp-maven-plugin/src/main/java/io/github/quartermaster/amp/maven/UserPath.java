package io.github.quartermaster.amp.maven;

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

  /** The path likewise, where something is there. */
  static Optional<Path> existing(Path base, String text) {
    return of(base, text).filter(Files::exists);
  }
}
