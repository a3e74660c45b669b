package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Lets the disk begin while a large file is still being written, so that the sync at its end has
 * little left to wait for. Takes the progress of the writing, and passes it on.
 */
final class EarlySync implements Progress {
  private static final long STEP = 32L << 20;

  private final FileChannel file;
  private final Progress next;
  private @Nullable Thread running;
  private volatile @Nullable IOException failure;
  private long begun;

  EarlySync(FileChannel file, Progress next) {
    this.file = file;
    this.next = next;
  }

  @Override
  public void advanced(long doneBytes, long totalBytes) {
    next.advanced(doneBytes, totalBytes);
    if (doneBytes - begun >= STEP && (running == null || !running.isAlive())) {
      begun = doneBytes;
      running = new Thread(this::sync, "quartermaster-sync");
      running.setDaemon(true);
      running.start();
    }
  }

  /**
   * Waits until no sync is under way.
   *
   * @throws IOException if one failed; the operating system tells that only once, so the last sync
   *     of the file may not know of it
   */
  void await() throws IOException {
    try {
      if (running != null) {
        running.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the disk");
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void sync() {
    try {
      // a hint, no step of its own: the caller syncs through its disk in any case
      file.force(false);
    } catch (IOException refused) {
      failure = refused;
    }
  }
}
