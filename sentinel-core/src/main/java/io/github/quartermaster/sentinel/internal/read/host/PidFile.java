package io.github.quartermaster.sentinel.internal.read.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a file with a process's number says.
 *
 * @param pid the number
 * @param writtenAt when it was written
 */
record PidFile(long pid, Instant writtenAt) {
  /** A number needs no more; a second line is somebody else's business. */
  private static final int LONGEST = 256;

  /**
   * Reads it.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws IOException if it cannot be read or holds no number
   */
  static PidFile read(Path file) throws IOException {
    Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
    String first;
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      first = text.lines().findFirst().orElse("").strip();
    }
    try {
      return new PidFile(Long.parseLong(first), writtenAt);
    } catch (NumberFormatException e) {
      throw new IOException(file + " holds no number of a process", e);
    }
  }
}
