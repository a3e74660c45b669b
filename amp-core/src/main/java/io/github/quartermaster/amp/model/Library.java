package io.github.quartermaster.amp.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A library of a WAR, with what is inside.
 *
 * @param file where it lies, and what its name tells
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param maven what the library says of itself, or null where it does not; read it by {@link
 *     #coordinates()}
 */
public record Library(LibraryFile file, long size, String sha256, @Nullable Coordinates maven) {

  /** What the library says of itself, if it does. */
  public Optional<Coordinates> coordinates() {
    return Optional.ofNullable(maven);
  }

  /** Its name: as it says of itself, else as the file is called. */
  public String name() {
    return maven == null ? file.name() : maven.artifactId();
  }

  /** Its version: as it says of itself, else as the file is called. */
  public Optional<String> version() {
    return maven == null ? file.version() : Optional.of(maven.version());
  }

  /** What Maven calls a library. */
  public record Coordinates(String groupId, String artifactId, String version) {}
}
