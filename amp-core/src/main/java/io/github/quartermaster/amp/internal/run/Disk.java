package io.github.quartermaster.amp.internal.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Set;

/**
 * Every change that a run makes to a file system, so that tests can let any of them fail, or end
 * the process there. What only reads does not pass through here.
 */
interface Disk {

  /**
   * Creates a file that must not be there yet, readable by its owner only, and opens it for writing
   * and reading.
   */
  FileChannel create(Path file) throws IOException;

  /** Opens an existing file that is no symbolic link, so that it can be locked. */
  FileChannel openForLock(Path file) throws IOException;

  /** Creates one folder that must not be there yet, open to its owner only. */
  void createFolder(Path folder) throws IOException;

  /**
   * Creates a folder with all that lead to it, where they are missing, for whom the system says.
   */
  void createFolders(Path folder) throws IOException;

  /** Waits until what was written through the channel is on the disk. */
  void sync(FileChannel file) throws IOException;

  /** Waits until the names in a folder are on the disk. */
  void syncFolder(Path folder) throws IOException;

  /** Gives a file another name in one instant; a file of that name gives way. */
  void rename(Path from, Path to) throws IOException;

  /** Gives a file a second name. */
  void link(Path added, Path existing) throws IOException;

  /** Deletes a file or an empty folder; tells whether it was there. */
  boolean delete(Path path) throws IOException;

  void setOwner(Path path, UserPrincipal owner) throws IOException;

  void setGroup(Path path, GroupPrincipal group) throws IOException;

  void setMode(Path path, Set<PosixFilePermission> mode) throws IOException;

  void setModified(Path path, Instant time) throws IOException;

  /** How many bytes can still be written beside or into this path. */
  long usableSpace(Path path) throws IOException;
}
