package io.github.quartermaster.sentinel.program;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines of which old ones go: where it gets too large it becomes {@code name.1}, what was
 * that {@code name.2}, and so on, and the last is dropped. For one thread at a time.
 */
final class RotatingFile implements Closeable {
  private static final long MOST_BYTES = 10L << 20;
  private static final int OLDER = 4;

  private final Path path;
  private final long mostBytes;
  private @Nullable FileChannel channel;

  /** One of 10 MiB, and four older ones. */
  RotatingFile(Path path) {
    this(path, MOST_BYTES);
  }

  /** One of so many bytes, and four older ones. */
  RotatingFile(Path path, long mostBytes) {
    this.path = path;
    this.mostBytes = mostBytes;
  }

  /** Adds a line. */
  void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    FileChannel open = open();
    if (open.size() > 0 && open.size() + bytes.remaining() > mostBytes) {
      close();
      rotate();
      open = open();
    }
    while (bytes.hasRemaining()) {
      open.write(bytes);
    }
  }

  private FileChannel open() throws IOException {
    FileChannel open = channel;
    if (open == null || !open.isOpen()) {
      open = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      channel = open;
    }
    return open;
  }

  private void rotate() throws IOException {
    for (int i = OLDER; i >= 1; i--) {
      Path from = i == 1 ? path : older(i - 1);
      if (Files.exists(from)) {
        Files.move(from, older(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path older(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
