package io.github.quartermaster.sentinel.internal.read.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which file is meant: the one of a name, or the newest or oldest of those in a folder whose names
 * fit a pattern. Sub-folders are not searched.
 *
 * @param path the file, or the folder where there is a pattern
 * @param pattern a glob for the names in the folder, or null
 * @param oldest whether the oldest is meant rather than the newest
 */
record FileChoice(Path path, @Nullable String pattern, boolean oldest) {
  /** A folder with more files than that would take too long. */
  private static final int MOST_FILES = 100_000;

  /**
   * A file.
   *
   * @param path where it is
   * @param modifiedAt when it was changed last
   * @param bytes its length
   */
  record Found(Path path, Instant modifiedAt, long bytes) {}

  /** What is asked for, as one text. */
  String asked() {
    return pattern == null ? path.toString() : path + "/" + pattern;
  }

  /**
   * Looks for it.
   *
   * @throws IOException if the folder cannot be read or holds too many files
   */
  Optional<Found> find() throws IOException {
    if (pattern == null) {
      return found(path);
    }
    Comparator<Found> byTime = Comparator.comparing(Found::modifiedAt).thenComparing(Found::path);
    Comparator<Found> wanted = oldest ? byTime : byTime.reversed();
    Found best = null;
    int looked = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, pattern)) {
      for (Path entry : entries) {
        looked++;
        if (looked > MOST_FILES || Thread.currentThread().isInterrupted()) {
          throw new IOException("there are too many files in " + path + "; narrow the pattern");
        }
        Optional<Found> next = found(entry);
        if (next.isPresent() && (best == null || wanted.compare(next.get(), best) < 0)) {
          best = next.get();
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Optional.ofNullable(best);
  }

  private static Optional<Found> found(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(
              new Found(file, attributes.lastModifiedTime().toInstant(), attributes.size()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
