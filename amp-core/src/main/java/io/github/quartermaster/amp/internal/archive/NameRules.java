package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules for names of entries: each is a plain relative path, and all together make one tree.
 *
 * <p>Names that differ only in case are allowed: servers run on Linux.
 */
final class NameRules {
  private static final String ADVICE =
      "Do not use it unless its maker can be trusted; have it repacked with plain relative names.";

  private final Attempt attempt;
  private final ArchiveLimits limits;
  private final Set<String> directories = new HashSet<>();
  private long directoryBytes;

  /** The last name added, as UTF-8, and how much of it is its directory. */
  private byte[] last = {};

  private int lastDirectory;

  NameRules(Attempt attempt, ArchiveLimits limits) {
    this.attempt = attempt;
    this.limits = limits;
  }

  /** Checks a name and remembers the directories in it; best called for neighbours in a row. */
  void add(String name) throws ArchiveException {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    int directory = check(name, utf8);
    if (directory != lastDirectory || !Arrays.equals(utf8, 0, directory, last, 0, directory)) {
      addDirectories(name);
    }
    last = utf8;
    lastDirectory = directory;
  }

  private void addDirectories(String name) throws ArchiveException {
    for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      if (!directories.add(name.substring(0, end))) {
        return;
      }
      directoryBytes += end;
      if (directoryBytes > limits.maxDirectoryBytes()) {
        throw attempt.over(
            "",
            "has directories whose names add up to " + directoryBytes + " bytes",
            limits.maxDirectoryBytes(),
            "maxDirectoryBytes");
      }
    }
  }

  /**
   * All directories, also those merely implied, without trailing {@code /}.
   *
   * @param names all names
   * @throws UnsafeArchiveException if one of them is a file as well
   */
  Set<String> directories(Set<String> names) throws ArchiveException {
    for (String directory : directories) {
      if (names.contains(directory)) {
        throw attempt.unsafe(directory, "is both a file and a directory", ADVICE);
      }
    }
    return directories;
  }

  UnsafeArchiveException twice(String name) {
    return attempt.unsafe(name, "occurs twice", ADVICE);
  }

  /** Checks that a name is relative, of plain segments, and for a directory ends in one slash. */
  void check(String name) throws ArchiveException {
    check(name, name.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the length of the directory part. */
  private int check(String name, byte[] utf8) throws ArchiveException {
    int segment = 0;
    for (int i = 0; i < utf8.length; i++) {
      int c = utf8[i];
      if (c == '/') {
        checkSegment(name, utf8, segment, i);
        segment = i + 1;
      } else if (c == '\\') {
        throw attempt.unsafe(name, "contains a backslash", ADVICE);
      } else if ((c >= 0 && c < 0x20) || c == 0x7f) {
        throw attempt.unsafe(name, "contains the control character " + c, ADVICE);
      }
    }
    if (segment < utf8.length) {
      checkSegment(name, utf8, segment, utf8.length);
    }
    checkWhole(name, utf8);
    return segment;
  }

  private void checkWhole(String name, byte[] utf8) throws ArchiveException {
    if (utf8.length == 0) {
      throw attempt.unsafe(name, "has an entry without a name", ADVICE);
    }
    if (utf8.length > 1 && utf8[1] == ':' && isLetter(utf8[0])) {
      throw attempt.unsafe(name, "starts with a drive letter", ADVICE);
    }
    if (utf8.length > limits.maxNameBytes()) {
      throw attempt.over(
          name, "has a name of " + utf8.length + " bytes", limits.maxNameBytes(), "maxNameBytes");
    }
  }

  private static boolean isLetter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void checkSegment(String name, byte[] utf8, int start, int end) throws ArchiveException {
    int length = end - start;
    if (length == 0) {
      throw attempt.unsafe(
          name, start == 0 ? "has an absolute name" : "has an empty segment", ADVICE);
    }
    if (utf8[start] == '.' && (length == 1 || (length == 2 && utf8[start + 1] == '.'))) {
      throw attempt.unsafe(name, "has a segment that is . or ..", ADVICE);
    }
  }
}
