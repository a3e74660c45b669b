package io.github.quartermaster.amp.internal.archive;

/**
 * One file or directory of an {@link ArchiveTree}. Belongs to the tree that listed it.
 *
 * @param name path inside the tree with {@code /}; a directory's ends in {@code /}. Checked: it is
 *     relative, has no empty, {@code .} or {@code ..} segments and no control characters
 * @param size bytes uncompressed
 * @param compressedSize bytes in the archive; equal to {@code size} in a folder
 * @param crc32 unsigned 32-bit checksum of the content; {@link #UNKNOWN} in a folder
 * @param method 0 stored, 8 deflated; 0 in a folder
 * @param flags general purpose bits of the central directory; 0 in a folder
 * @param dosTime modification time as {@link DosTime#packed()}; of a folder's file in UTC
 * @param offset where the local header starts in the archive; {@link #UNKNOWN} in a folder
 * @param directoryPosition where the header starts in the central directory; {@link #UNKNOWN} where
 *     the reader does not keep it
 */
public record ArchiveEntry(
    String name,
    long size,
    long compressedSize,
    long crc32,
    int method,
    int flags,
    int dosTime,
    long offset,
    int directoryPosition) {

  /** In place of a number that this kind of tree does not have. */
  public static final int UNKNOWN = -1;

  /** Whether this is a directory, whose name then ends in {@code /}. */
  public boolean isDirectory() {
    return name.endsWith("/");
  }

  /** The modification time. */
  public DosTime time() {
    return new DosTime(dosTime);
  }
}
