package io.github.quartermaster.amp.model;

/**
 * What tells two contents apart without reading them: size and CRC-32, as every zip's central
 * directory has them.
 *
 * <p>It guards against accidents, not against an attacker who forges a checksum; all it decides is
 * whether a file that is there already counts as the same.
 *
 * @param size in bytes, uncompressed
 * @param crc32 as an unsigned 32-bit number, or {@link #UNREAD} where the content was not read
 */
public record Fingerprint(long size, long crc32) {
  /** The checksum of a content nobody has read yet. */
  public static final long UNREAD = -1;

  /** Whether both contents are known and equal. */
  public boolean matches(Fingerprint other) {
    return crc32 != UNREAD && crc32 == other.crc32 && size == other.size;
  }
}
