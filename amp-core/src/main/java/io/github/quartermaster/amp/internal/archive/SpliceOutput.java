package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The file being written: gathers what is small, hands what is large to the operating system. */
final class SpliceOutput {
  private static final int BUFFER = 256 << 10;

  /** Below this, reading into the buffer is cheaper than a system call of its own. */
  private static final int SMALL = 32 << 10;

  /** Large enough to cost nothing, small enough to show progress. */
  private static final int CHUNK = 64 << 20;

  private static final int PROGRESS_STEP = 4 << 20;

  private final FileChannel out;
  private final Progress progress;
  private final long expectedSize;
  private final long start;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed;
  private long shown;

  SpliceOutput(FileChannel out, Progress progress, long expectedSize) throws IOException {
    this.out = out;
    this.progress = progress;
    this.expectedSize = expectedSize;
    start = out.position();
    flushed = start;
  }

  long position() {
    return flushed + buffer.position();
  }

  /** The buffer, with room for at least that many bytes, at most {@value #BUFFER}. */
  ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, room(1).remaining());
      buffer.put(bytes, offset + done, count);
      done += count;
    }
  }

  /** Copies a range of another file. */
  void transfer(FileChannel source, long from, long length, Path file) throws IOException {
    if (length <= SMALL) {
      ByteBuffer room = room((int) length);
      room.limit(room.position() + (int) length);
      try {
        for (long at = from; room.hasRemaining(); ) {
          int read = source.read(room, at);
          if (read < 0) {
            throw truncated(source, file);
          }
          at += read;
        }
      } finally {
        room.limit(room.capacity());
      }
      return;
    }
    flush();
    long done = 0;
    while (done < length) {
      long count = source.transferTo(from + done, Math.min(CHUNK, length - done), out);
      if (count <= 0) {
        throw truncated(source, file);
      }
      done += count;
      flushed += count;
      show();
    }
  }

  private static MalformedArchiveException truncated(FileChannel source, Path file)
      throws IOException {
    return new MalformedArchiveException(
        file, "was cut to " + source.size() + " bytes while it was copied");
  }

  /** Writes over bytes that were written before, all of them. */
  void patch(long position, ByteBuffer bytes) throws IOException {
    flush();
    for (long at = position; bytes.hasRemaining(); ) {
      at += out.write(bytes, at);
    }
  }

  /** Forgets what was written from there on. */
  void rewind(long position) throws IOException {
    flush();
    out.truncate(position);
    out.position(position);
    flushed = position;
  }

  void finish() throws IOException {
    flush();
    progress.advanced(expectedSize, expectedSize);
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      flushed += out.write(buffer);
    }
    buffer.clear();
    show();
  }

  private void show() {
    long done = Math.min(flushed - start, expectedSize);
    if (done - shown >= PROGRESS_STEP && done < expectedSize) {
      shown = done;
      progress.advanced(done, expectedSize);
    }
  }
}
