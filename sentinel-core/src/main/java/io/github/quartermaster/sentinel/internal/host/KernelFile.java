package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Small files that the kernel makes up when read, such as those in {@code /proc}. */
final class KernelFile {
  /** A table of mounts or sockets can be long; beyond this nobody is helped by more. */
  private static final int LONGEST = 16 * 1024 * 1024;

  private KernelFile() {}

  /** The lines of a file, at most 16 MiB of it; each byte is one character of Latin-1. */
  static List<String> lines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1).lines().toList();
    }
  }

  /** The lines of a file; none where it is not there or not ours to read. */
  static List<String> linesIfAny(Path file) {
    try {
      return lines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The first line of a file without blanks around, if there is any. */
  static Optional<String> firstLine(Path file) {
    return linesIfAny(file).stream().map(String::strip).findFirst();
  }

  /** The number that a file holds, if it does. */
  static Optional<Long> number(Path file) {
    return firstLine(file).flatMap(KernelFile::toNumber);
  }

  static Optional<Long> toNumber(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
