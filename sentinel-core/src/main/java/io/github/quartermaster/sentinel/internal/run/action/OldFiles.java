package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.files.FolderWalk;
import io.github.quartermaster.sentinel.internal.files.OpenFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Which files of a folder are old.
 *
 * @param root the folder, absolute
 * @param patterns which names are meant
 * @param age how long ago they were written to last
 * @param keep how many of the newest that match are left out, however old
 * @param subFolders whether those in sub-folders are meant too
 */
record OldFiles(Path root, NamePatterns patterns, Duration age, int keep, boolean subFolders) {
  private static final int DEEPEST = 20;

  /** A file and when it was written to last. */
  private record Dated(Instant at, Path path) {}

  /**
   * Goes through them, in no order. Needs memory for those that are kept only.
   *
   * @param now the time by which they are old
   * @param mounts where something is mounted
   * @param stop asked before each file; ends the search
   * @return the walk, to be asked what it left out
   * @throws IOException if the folder cannot be read
   */
  FolderWalk find(Instant now, Set<Path> mounts, BooleanSupplier stop, FolderWalk.Visitor visitor)
      throws IOException {
    Instant before = now.minus(age);
    Set<Path> kept = keep == 0 ? Set.of() : newest(mounts, stop);
    FolderWalk walk = walk(mounts, stop);
    walk.go(
        (folder, path, attributes) -> {
          if (isMeant(path, attributes)
              && attributes.lastModifiedTime().toInstant().isBefore(before)
              && !kept.contains(path)) {
            visitor.visit(folder, path, attributes);
          }
        });
    return walk;
  }

  private Set<Path> newest(Set<Path> mounts, BooleanSupplier stop) throws IOException {
    PriorityQueue<Dated> newest =
        new PriorityQueue<>(Comparator.comparing(Dated::at).thenComparing(Dated::path));
    FolderWalk walk = walk(mounts, stop);
    walk.go(
        (OpenFolder folder, Path path, BasicFileAttributes attributes) -> {
          if (isMeant(path, attributes)) {
            newest.add(new Dated(attributes.lastModifiedTime().toInstant(), path));
            if (newest.size() > keep) {
              newest.poll();
            }
          }
        });
    Set<Path> paths = new HashSet<>();
    newest.forEach(dated -> paths.add(dated.path()));
    return paths;
  }

  private FolderWalk walk(Set<Path> mounts, BooleanSupplier stop) {
    return new FolderWalk(root, subFolders ? DEEPEST : 1, mounts, stop);
  }

  private boolean isMeant(Path path, BasicFileAttributes attributes) {
    return attributes.isRegularFile() && patterns.matches(path.getFileName());
  }
}
