package io.github.quartermaster.amp.model;

/**
 * What a file looked like at a moment; another stamp means that somebody changed it since.
 *
 * @param identity the file system's own key of the file (device and inode), or empty where it has
 *     none
 * @param size in bytes; of a folder's record of its state, not of the folder
 * @param modified last modification in nanoseconds since 1970
 */
public record FileStamp(String identity, long size, long modified) {
  /** Of a file that is not there. */
  public static final FileStamp ABSENT = new FileStamp("absent", 0, 0);

  /** Whether nobody changed the file between the two. */
  public boolean matches(FileStamp other) {
    return size == other.size && modified == other.modified && identity.equals(other.identity);
  }
}
