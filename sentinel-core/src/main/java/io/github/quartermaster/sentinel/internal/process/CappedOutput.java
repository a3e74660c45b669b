package io.github.quartermaster.sentinel.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of what a program prints; the rest is read and dropped, so that it never blocks.
 */
final class CappedOutput implements AutoCloseable {
  private final InputStream stream;
  private final int longest;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[8192];
  private long total;

  CappedOutput(InputStream stream, int longest) {
    this.stream = stream;
    this.longest = longest;
  }

  /** Takes what can be read without waiting; the number of bytes since the beginning. */
  long readAvailable() {
    try {
      // no more than a pipe holds at a time, so that the other stream gets its turn
      for (int turn = 0; turn < 16; turn++) {
        int available = stream.available();
        if (available <= 0) {
          break;
        }
        int read = stream.read(buffer, 0, Math.min(available, buffer.length));
        if (read < 0) {
          break;
        }
        kept.write(buffer, 0, Math.min(read, longest - kept.size()));
        total += read;
      }
    } catch (IOException closed) {
      // the program closed its end; what it printed before is what there is
      return total;
    }
    return total;
  }

  String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  boolean isCut() {
    return total > longest;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException alreadyGone) {
      // nothing to give back then
      return;
    }
  }
}
