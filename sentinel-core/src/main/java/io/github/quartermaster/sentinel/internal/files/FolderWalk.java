package io.github.quartermaster.sentinel.internal.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Goes through the files of a folder and its sub-folders, and never out of it: not along links, not
 * into other file systems, not into what is mounted below. Needs memory for the depth only, however
 * many files there are. For one thread, and one walk.
 */
public final class FolderWalk {
  private final Path root;
  private final int depth;
  private final Set<Path> mounts;
  private final BooleanSupplier stop;
  private int foldersLeft;
  private boolean stopped;

  /** Is told of each file. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A file, link or device; no folder.
     *
     * @param folder that it is in
     * @param path where it is
     * @param attributes those of the link where it is one
     */
    void visit(OpenFolder folder, Path path, BasicFileAttributes attributes) throws IOException;
  }

  /**
   * A walk to come.
   *
   * @param root absolute, and the real path of the folder
   * @param depth how many folders below each other are looked into; 1 for the root alone
   * @param mounts where something is mounted
   * @param stop asked before each file; ends the walk
   */
  public FolderWalk(Path root, int depth, Set<Path> mounts, BooleanSupplier stop) {
    this.root = root;
    this.depth = depth;
    this.mounts = Set.copyOf(mounts);
    this.stop = stop;
  }

  /**
   * Goes.
   *
   * @throws IOException if the root cannot be read; sub-folders that cannot are counted
   */
  public void go(Visitor visitor) throws IOException {
    try (OpenFolder folder = OpenFolder.open(root)) {
      visit(folder, root, folder.attributes(), depth, visitor);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** How many sub-folders were not looked into: too deep, mounted there, or not ours to read. */
  public int foldersLeft() {
    return foldersLeft;
  }

  /** Whether it was ended before its end. */
  public boolean isStopped() {
    return stopped;
  }

  private void visit(
      OpenFolder folder, Path path, BasicFileAttributes top, int levels, Visitor visitor)
      throws IOException {
    Iterator<Path> names = folder.names();
    while (!stopped && names.hasNext()) {
      if (stop.getAsBoolean()) {
        stopped = true;
        return;
      }
      Path name = names.next();
      BasicFileAttributes attributes;
      try {
        attributes = folder.attributes(name);
      } catch (IOException e) {
        // gone meanwhile, or a name that this system cannot look up
        continue;
      }
      if (attributes.isDirectory()) {
        enter(folder, path.resolve(name), top, levels - 1, visitor);
      } else {
        visitor.visit(folder, path.resolve(name), attributes);
      }
    }
  }

  private void enter(
      OpenFolder parent, Path path, BasicFileAttributes top, int levels, Visitor visitor) {
    if (levels < 1 || mounts.contains(path)) {
      foldersLeft++;
      return;
    }
    try (OpenFolder folder = parent.folder(path.getFileName())) {
      if (OpenFolder.onOneFileSystem(top, folder.attributes())) {
        visit(folder, path, top, levels, visitor);
      } else {
        foldersLeft++;
      }
    } catch (IOException | DirectoryIteratorException e) {
      // gone, replaced by a link, or not ours to read: nothing in it is touched
      foldersLeft++;
    }
  }
}
