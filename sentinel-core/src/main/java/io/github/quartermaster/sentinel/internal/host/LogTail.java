package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The new lines of a log, from one look to the next; on the first look its end. A log that was
 * rotated is read from its beginning, after the rest of the old one where that is now called {@code
 * .1}. Not noticed is a log that is emptied in place, or deleted and given the same inode, and has
 * grown beyond its old length since. Not safe for use by several threads at once.
 */
public final class LogTail {
  private final Path file;
  private final int most;

  private @Nullable Object key;
  private long offset = -1;

  /**
   * Reads nothing yet.
   *
   * @param most how many bytes are read at a look, of what is newest
   */
  public LogTail(Path file, int most) {
    this.file = file;
    this.most = most;
  }

  /**
   * What a look has found.
   *
   * @param lines the new lines, the oldest first
   * @param rotated whether a new log has begun since the last look
   * @param skipped how many new bytes were too many to be read
   */
  public record NewLines(List<String> lines, boolean rotated, long skipped) {
    /** Copies the list. */
    public NewLines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Looks.
   *
   * @throws NoSuchFileException if there is no log
   * @throws IOException if it cannot be read
   */
  public NewLines look() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    boolean first = offset < 0;
    boolean rotated = !first && (now.size() < offset || !Objects.equals(key, now.fileKey()));
    List<String> lines = new ArrayList<>();
    long skipped = 0;
    if (rotated) {
      lines.addAll(restOfTheOldOne());
      offset = 0;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      long begin = Math.max(first ? 0 : offset, size - most);
      skipped = first ? 0 : begin - offset;
      // a line that has begun before is cut, unless it has begun just there
      boolean cut = begin > (first ? 0 : offset);
      String text = read(channel, begin, size);
      int end = first || text.length() >= most ? text.length() : text.lastIndexOf('\n') + 1;
      lines.addAll(lines(text.substring(0, end), cut));
      offset = begin + end;
      key = now.fileKey();
    }
    return new NewLines(lines, rotated, skipped);
  }

  private List<String> restOfTheOldOne() throws IOException {
    Path old = file.resolveSibling(file.getFileName() + ".1");
    try {
      Object oldKey = Files.readAttributes(old, BasicFileAttributes.class).fileKey();
      if (key == null || !key.equals(oldKey)) {
        return List.of();
      }
      try (SeekableByteChannel channel = Files.newByteChannel(old)) {
        long begin = Math.max(offset, channel.size() - most);
        return lines(read(channel, begin, channel.size()), begin > offset);
      }
    } catch (NoSuchFileException e) {
      // it was compressed, moved away or deleted
      return List.of();
    }
  }

  // one character per byte, so that positions stay positions
  private static String read(SeekableByteChannel channel, long begin, long end) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, end - begin));
    channel.position(begin);
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer);
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(String latin1, boolean cut) {
    String text = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    return cut && lines.size() > 1 ? lines.subList(1, lines.size()) : lines;
  }
}
