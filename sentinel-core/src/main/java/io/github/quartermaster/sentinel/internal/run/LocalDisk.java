package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file system. */
final class LocalDisk implements Disk {
  @Override
  public Optional<byte[]> read(Path file, int most) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("it is longer than any of ours");
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      writeAll(channel, bytes);
      channel.force(true);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(to);
  }

  /** The name of a file is content of its folder. */
  private static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // Windows opens no folders, and keeps names by itself
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  @Override
  public void append(Path file, String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // another process may add a line as well, and not every file system keeps them apart; closing
      // the channel lets go of it
      channel.lock();
      long end = channel.size();
      String start = end == 0 || isLineBreak(channel, end - 1) ? "" : "\n";
      channel.position(end);
      writeAll(channel, (start + line + "\n").getBytes(StandardCharsets.UTF_8));
      channel.force(true);
    } catch (OverlappingFileLockException e) {
      throw new IOException("another thread writes to " + file, e);
    }
  }

  private static boolean isLineBreak(FileChannel channel, long position) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.read(last, position) == 1 && last.get(0) == '\n';
  }

  private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  @Override
  public long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
