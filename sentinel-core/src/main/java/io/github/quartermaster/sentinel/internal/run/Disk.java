package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that outlive a crash: each method returns when what it did is on the disk. A seam for
 * tests, which let it fail at every step.
 */
interface Disk {
  /**
   * A file's bytes, or nothing where there is no such file.
   *
   * @param most the most that it may have
   * @throws IOException if it cannot be read or has more
   */
  Optional<byte[]> read(Path file, int most) throws IOException;

  /** Writes a file anew; after a failure it may have any part of the bytes. */
  void write(Path file, byte[] bytes) throws IOException;

  /** Puts a file into the place of another one, which is never seen half. */
  void rename(Path from, Path to) throws IOException;

  /**
   * Adds a line, which begins a line of its own also where a crash left half of another one.
   *
   * @param line without a line break
   */
  void append(Path file, String line) throws IOException;

  /** How many bytes a file has; 0 where there is none. */
  long size(Path file) throws IOException;
}
