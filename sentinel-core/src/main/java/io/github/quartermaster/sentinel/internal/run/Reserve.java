package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that keeps some room on the disk: given up where the disk is full, so that an attempt to
 * free it can be written down, and made again when there is room.
 */
final class Reserve {
  static final String NAME = "reserve";

  private static final int BYTES = 256 << 10;

  private final Path file;
  private final Disk disk;

  Reserve(Path folder, Disk disk) {
    this.file = folder.resolve(NAME);
    this.disk = disk;
  }

  /** Writes something. */
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  /**
   * Writes, where need be into the room that this keeps.
   *
   * @throws IOException if it cannot be written all the same
   */
  void lend(Write write) throws IOException {
    try {
      write.run();
    } catch (IOException e) {
      if (disk.size(file) == 0) {
        throw e;
      }
      disk.write(file, new byte[0]);
      write.run();
      return;
    }
    keep();
  }

  private void keep() throws IOException {
    if (disk.size(file) > 0) {
      return;
    }
    try {
      disk.write(file, new byte[BYTES]);
    } catch (IOException noRoomForIt) {
      // half a reserve would be taken for one; what was to be written is written
      disk.write(file, new byte[0]);
    }
  }
}
