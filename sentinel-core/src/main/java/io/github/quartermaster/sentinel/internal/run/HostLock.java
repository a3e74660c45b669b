package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by who decides and acts, so that no two processes do at once. The operating system lets go
 * of it when its holder dies.
 */
final class HostLock implements AutoCloseable {
  private static final String NAME = "healing.lock";

  private final FileChannel channel;

  private HostLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, or gives nothing where somebody else has it.
   *
   * @param folder made if it is not there
   * @throws IOException if there can be no lock in that folder
   */
  static Optional<HostLock> tryAcquire(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return Optional.of(new HostLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new IOException(file + " cannot be locked: " + e, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
