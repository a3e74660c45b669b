package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.Fingerprint;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Read access to a tree of files, packed in a zip archive or lying in a folder. Opening one checks
 * it against the rules of this package; what could be opened has safe and unambiguous names.
 *
 * <p>Safe for use by several threads. A thread that is interrupted while it reads closes the tree,
 * as file channels do.
 */
public abstract sealed class ArchiveTree implements Closeable permits ZipTree, ExplodedTree {
  private final Path location;
  private final EntryIndex index;

  ArchiveTree(Path location, EntryIndex index) {
    this.location = location;
    this.index = index;
  }

  /** The archive or folder as it was named when opened. */
  public final Path location() {
    return location;
  }

  /** All entries, unmodifiable: an archive's in the order they lie in it, a folder's by name. */
  public final List<ArchiveEntry> entries() {
    return index.entries();
  }

  /**
   * The entry of exactly this name ({@code a/b} for a file, {@code a/b/} for a directory). A
   * directory that an archive merely implies by the names of files in it has no entry.
   */
  public final Optional<ArchiveEntry> find(String name) {
    return Optional.ofNullable(index.byName().get(name));
  }

  /**
   * Whether there is a directory of this name ({@code a/b}, without trailing {@code /}), be it that
   * it has an entry or that names of other entries imply it.
   */
  public final boolean hasDirectory(String name) {
    return index.directories().contains(name);
  }

  /** All such directories, unmodifiable and in no order. */
  public final Set<String> directories() {
    return index.directories();
  }

  /**
   * The whole content of a file, empty for a directory.
   *
   * @throws UnsafeArchiveException if it is larger than {@code maxBytes}
   * @throws MalformedArchiveException if it does not have the size and checksum the archive
   *     declares
   */
  public abstract byte[] read(ArchiveEntry entry, int maxBytes) throws IOException;

  /**
   * Writes the content of a file to {@code sink}, never more bytes than {@link
   * ArchiveEntry#size()}. What was written is to be believed only if this returns.
   *
   * @throws MalformedArchiveException if it does not have the size and checksum the archive
   *     declares
   */
  public abstract void copyTo(ArchiveEntry entry, OutputStream sink) throws IOException;

  /** Size and checksum: of an archive as declared, at no cost; of a folder by reading the file. */
  public abstract Fingerprint fingerprint(ArchiveEntry entry) throws IOException;
}
