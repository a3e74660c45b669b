package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
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

  /** A folder that the walk is in. */
  private static final class OpenFolder {
    private final Path path;
    private long bytes;

    OpenFolder(Path path) {
      this.path = path;
    }
  }

  private final int depth;
  private final long mostEntries;
  private final BooleanSupplier stop;

  private final Map<Path, Long> sizes = new HashMap<>();
  private final Deque<OpenFolder> open = new ArrayDeque<>();
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
    open.clear();
    entries = 0;
    complete = true;
    Files.walkFileTree(start, new Walk(device(start)));
    while (!open.isEmpty()) {
      // the walk has ended within
      leave();
    }
    Map<Path, Long> largestChild = new HashMap<>();
    sizes.forEach(
        (folder, bytes) -> {
          if (folder.getParent() != null) {
            largestChild.merge(folder.getParent(), bytes, Math::max);
          }
        });
    return sizes.entrySet().stream()
        .map(entry -> new FolderSize(entry.getKey(), entry.getValue()))
        .filter(size -> size.bytes() > 0 && !size.folder().equals(start))
        .filter(
            size -> largestChild.getOrDefault(size.folder(), 0L) <= ACCOUNTED_FOR * size.bytes())
        .sorted(
            Comparator.comparingLong(FolderSize::bytes)
                .reversed()
                .thenComparing(FolderSize::folder))
        .limit(count)
        .toList();
  }

  private void leave() {
    OpenFolder left = open.pop();
    if (open.size() <= depth) {
      sizes.put(left.path, left.bytes);
    }
    OpenFolder above = open.peek();
    if (above != null) {
      above.bytes += left.bytes;
    }
  }

  /** Whether the last walk came to its end. */
  public boolean isComplete() {
    return complete;
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
    private final @Nullable Object device;

    Walk(@Nullable Object device) {
      this.device = device;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (enough()) {
        return FileVisitResult.TERMINATE;
      }
      if (device != null && !device.equals(device(folder))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      open.push(new OpenFolder(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (enough()) {
        return FileVisitResult.TERMINATE;
      }
      OpenFolder folder = open.peek();
      if (attributes.isRegularFile() && folder != null) {
        folder.bytes += attributes.size();
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
      leave();
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
