package io.github.quartermaster.amp.model;

/**
 * How large an archive or folder may be before it is refused instead of being read: the guard
 * against archives that were made to exhaust memory, disk or patience.
 *
 * <p>{@link #DEFAULTS} lets every AMP and WAR pass that is known to exist, with room to spare: the
 * largest Alfresco WARs hold about 15,000 entries and 1.5 MB of central directory, expand less than
 * threefold, and archives above 4 GiB are within the bounds. Who has larger ones raises a limit
 * knowingly. All values must be positive, and {@code maxNameBytes} no more than 65,535, where the
 * format ends.
 *
 * @param maxEntries most entries of one archive; an entry costs about 300 bytes of heap
 * @param maxDirectoryBytes most bytes of central directory, which is held in memory as a whole;
 *     also the most bytes of names of directories taken together
 * @param maxNameBytes longest name of an entry, in bytes of UTF-8; Linux itself stops at 4,096 for
 *     a whole path
 * @param maxEntryBytes largest entry, uncompressed
 * @param maxTotalBytes largest sum of all entries, uncompressed
 * @param maxRatio how many times its compressed size an entry, or the archive as a whole, may
 *     expand to. Deflate reaches 1,032; text reaches about 20. Nothing below {@link #RATIO_FLOOR}
 *     is judged by its ratio
 */
public record ArchiveLimits(
    int maxEntries,
    int maxDirectoryBytes,
    int maxNameBytes,
    long maxEntryBytes,
    long maxTotalBytes,
    int maxRatio) {

  /** 150,000 entries, 16 MiB of directory, names of 1,024 bytes, 16 GiB an entry, 64 GiB, 200:1. */
  public static final ArchiveLimits DEFAULTS =
      new ArchiveLimits(150_000, 16 << 20, 1_024, 16L << 30, 64L << 30, 200);

  /**
   * What expands to no more than this many bytes is never refused for its ratio: small files of one
   * repeated character are harmless and do occur.
   */
  public static final long RATIO_FLOOR = 1L << 20;

  public ArchiveLimits {
    if (maxNameBytes > 0xffff) {
      throw new IllegalArgumentException("no zip entry can have a name above 65,535 bytes");
    }
    if (maxEntries < 1
        || maxDirectoryBytes < 1
        || maxNameBytes < 1
        || maxEntryBytes < 1
        || maxTotalBytes < 1
        || maxRatio < 1) {
      throw new IllegalArgumentException("every limit of an archive must be positive");
    }
  }
}
