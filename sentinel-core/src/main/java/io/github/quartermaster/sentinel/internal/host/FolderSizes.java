package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders that hold the most, without leaving the file system and without following
 * symbolic links. Sizes are those of the files' contents: files with holes count in full, and a
 * file with two names twice.
 */
public final class FolderSizes {
  /** A folder of which one sub-folder holds that much says nothing that the sub-folder does not. */
  private static final double ACCOUNTED_FOR = 0.8;

  /**
   * One folder.
   *
   * @param folder which one
   * @param bytes what it holds with all its sub-folders, as far as was seen
   */
  public record FolderSize(Path folder, long bytes) {}

  private final int depth;
  private final long mostEntries;
  private final BooleanSupplier stop;

  private final Map<Path, Long> sizes = new HashMap<>();
  private long entries;
  private boolean complete = true;

  /**
   * Sets the bounds.
   *
   * @param depth how far below the start folders are told apart
   * @param mostEntries how many files and folders are looked at
   * @param stop asked before each; ends the walk
   */
  public FolderSizes(int depth, long mostEntries, BooleanSupplier stop) {
    this.depth = depth;
    this.mostEntries = mostEntries;
    this.stop = stop;
  }

  /**
   * The biggest folders below a start, the biggest first.
   *
   * @throws IOException if the start cannot be read
   */
  public List<FolderSize> biggest(Path start, int count) throws IOException {
    sizes.clear();
    entries = 0;
    complete = true;
    Files.walkFileTree(start, new Walk(start, device(start)));
    return sizes.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(start) && !accountedFor(entry))
        .map(entry -> new FolderSize(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(FolderSize::bytes)
                .reversed()
                .thenComparing(FolderSize::folder))
        .limit(count)
        .toList();
  }

  /** Whether the last walk came to its end. */
  public boolean isComplete() {
    return complete;
  }

  private boolean accountedFor(Map.Entry<Path, Long> folder) {
    return sizes.entrySet().stream()
        .anyMatch(
            other ->
                folder.getKey().equals(other.getKey().getParent())
                    && other.getValue() > ACCOUNTED_FOR * folder.getValue());
  }

  private static @Nullable Object device(Path path) throws IOException {
    try {
      return Files.getAttribute(path, "unix:dev");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // no Unix: there volumes have letters
      return null;
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final @Nullable Object device;

    Walk(Path start, @Nullable Object device) {
      this.start = start;
      this.device = device;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (enough()) {
        return FileVisitResult.TERMINATE;
      }
      boolean here = device == null || device.equals(device(folder));
      return here ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (enough()) {
        return FileVisitResult.TERMINATE;
      }
      if (attributes.isRegularFile()) {
        Path folder = file.getParent();
        while (folder != null && folder.startsWith(start)) {
          if (folder.getNameCount() - start.getNameCount() <= depth) {
            sizes.merge(folder, attributes.size(), Long::sum);
          }
          folder = folder.getParent();
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      // not ours to see, or gone meanwhile
      complete = false;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      complete &= failure == null;
      return FileVisitResult.CONTINUE;
    }

    private boolean enough() {
      entries++;
      if (entries > mostEntries || stop.getAsBoolean()) {
        complete = false;
        return true;
      }
      return false;
    }
  }
}
