package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies whole files, byte by byte the same. */
final class FileCopy {
  private static final long CHUNK = 32L << 20;

  private FileCopy() {}

  /** Writes a file's content to a channel, which stays open. */
  static void copy(Path file, FileChannel out, Progress progress) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = in.size();
      for (long done = 0; done < size; ) {
        long copied = in.transferTo(done, Math.min(CHUNK, size - done), out);
        if (copied <= 0) {
          throw new IOException(file + " became shorter while it was copied");
        }
        done += copied;
        progress.advanced(done, size);
      }
    }
  }
}
