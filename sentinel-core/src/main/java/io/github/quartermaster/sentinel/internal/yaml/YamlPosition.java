package io.github.quartermaster.sentinel.internal.yaml;

import java.nio.file.Path;

/**
 * Where in which file something stands.
 *
 * @param file as it was named to the reader
 * @param line from 1, or 0 for the file as a whole
 * @param column from 1, in characters
 */
public record YamlPosition(Path file, int line, int column) {
  /** The form that editors and terminals make a link of: {@code sentinel.yaml:14:7}. */
  @Override
  public String toString() {
    return line == 0 ? file.toString() : file + ":" + line + ":" + column;
  }
}
