package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.file.Leavings;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The place of a WAR that may be written, and the names of what a run puts beside it.
 *
 * @param path absolute, and real as far as it exists: where a symbolic link was named, what it
 *     leads to
 */
record WarTarget(Path path) implements Comparable<WarTarget> {
  /** The folder in an exploded WAR that new files wait in; containers serve nothing of WEB-INF. */
  static final String STAGING = WarLayout.STAGING;

  private static final String PREFIX = Leavings.OURS;

  /**
   * The place that a path leads to; the file itself need not be there.
   *
   * @throws IOException if its folder is not there, or a link leads in a circle
   */
  static WarTarget of(Path named) throws IOException {
    Path absolute = named.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      return new WarTarget(absolute.toRealPath());
    }
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    return folder == null || name == null
        ? new WarTarget(absolute)
        : new WarTarget(folder.toRealPath().resolve(name));
  }

  /** The folder that the WAR lies in. */
  Path folder() {
    Path folder = path.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a root folder cannot be a WAR: " + path);
    }
    return folder;
  }

  /** The last part of the path. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  boolean isFolder() {
    return Files.isDirectory(path);
  }

  /** What a run holds locked while it works on this WAR. */
  Path lockFile() {
    return beside(".lock");
  }

  /** The new WAR, where it is one file, until it is put in place. */
  Path newFile() {
    return beside(PREFIX + "tmp");
  }

  /** The journal of what is to be put in place. */
  Path journal() {
    return beside(PREFIX + "journal");
  }

  /** The journal until it is complete. */
  Path journalDraft() {
    return beside(PREFIX + "journal.tmp");
  }

  /** A backup of what would lie here, until it is complete. */
  Path backupDraft() {
    return beside(PREFIX + "bak");
  }

  /** Where new files of an exploded WAR wait. */
  Path staging() {
    return path.resolve(STAGING);
  }

  private Path beside(String ending) {
    return folder().resolve("." + name() + ending);
  }

  @Override
  public int compareTo(WarTarget other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
