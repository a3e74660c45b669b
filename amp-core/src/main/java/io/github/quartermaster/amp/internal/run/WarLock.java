package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every other run, of this process or another, away from one WAR while it is held.
 *
 * <p>It is the operating system's lock on a file beside the WAR, so it ends with the process. The
 * file is deleted while it is still locked; a run that had opened it just before sees that its name
 * is gone or stands for another file, and starts again.
 */
final class WarLock implements Closeable {
  private static final String HELD_HERE = "io.github.quartermaster.lock:";
  private static final int ATTEMPTS = 100;

  private final Disk disk;
  private final Path file;
  private final FileChannel channel;

  private WarLock(Disk disk, Path file, FileChannel channel) {
    this.disk = disk;
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a WAR, without waiting.
   *
   * @throws AmpException if somebody else holds it ({@link ProblemCode#WAR_LOCKED}), or if no lock
   *     file can be made there
   */
  static WarLock take(Disk disk, WarTarget war) {
    Path file = war.lockFile();
    if (!enter(file)) {
      throw busy(war);
    }
    FileChannel channel = null;
    try {
      channel = lock(disk, file);
      if (channel == null) {
        throw busy(war);
      }
      return new WarLock(disk, file, channel);
    } catch (AccessDeniedException denied) {
      throw Files.exists(file)
          ? belongsToAnotherUser(war, denied)
          : Failures.of(war, "lock", denied);
    } catch (IOException failure) {
      throw Failures.of(war, "lock", failure);
    } finally {
      if (channel == null) {
        leave(file);
      }
    }
  }

  /** Deletes the lock file and gives the lock back. */
  @Override
  public void close() throws IOException {
    try {
      disk.delete(file);
    } finally {
      try {
        channel.close();
      } finally {
        leave(file);
      }
    }
  }

  private static @Nullable FileChannel lock(Disk disk, Path file) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      createIfAbsent(disk, file);
      Optional<Object> before = identity(file);
      boolean locked = false;
      FileChannel channel;
      try {
        channel = disk.openForLock(file);
      } catch (NoSuchFileException deletedByItsHolder) {
        continue;
      }
      try {
        // the same before and after it was opened: so this is what was opened
        if (before.isPresent() && before.equals(identity(file))) {
          if (channel.tryLock() == null) {
            return null;
          }
          locked = before.equals(identity(file));
        }
        if (locked) {
          return channel;
        }
      } catch (OverlappingFileLockException heldByThisProcess) {
        return null;
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    }
    throw new IOException("the lock file " + file + " is replaced again and again");
  }

  private static void createIfAbsent(Disk disk, Path file) throws IOException {
    if (!Files.exists(file, NOFOLLOW_LINKS)) {
      try {
        disk.create(file).close();
      } catch (FileAlreadyExistsException anotherRunWasFaster) {
        // then its file serves as well
      }
    }
  }

  private static Optional<Object> identity(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS).fileKey();
      return Optional.of(key == null ? "" : key);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /**
   * Notes that this process uses the file. The system's lock belongs to the process and ends as
   * soon as the process closes any channel of that file, so no other thread may even open it.
   * System properties are the one place that two class loaders with a copy of this class each
   * share.
   */
  private static boolean enter(Path file) {
    return System.getProperties().putIfAbsent(HELD_HERE + file, "held") == null;
  }

  private static void leave(Path file) {
    System.getProperties().remove(HELD_HERE + file);
  }

  private static AmpException busy(WarTarget war) {
    return new AmpException(
        Problem.error(
            ProblemCode.WAR_LOCKED,
            war,
            "tried to lock " + war + "; another run is at work on it",
            "Wait until that run has ended, then run again"));
  }

  private static AmpException belongsToAnotherUser(WarTarget war, IOException cause) {
    return new AmpException(
        Problem.error(
            ProblemCode.WAR_LOCKED,
            war,
            "tried to lock "
                + war
                + "; the lock file "
                + war.lockFile()
                + " belongs to another user",
            "Wait until that user's run has ended; if none is at work, delete the lock file"),
        cause);
  }
}
