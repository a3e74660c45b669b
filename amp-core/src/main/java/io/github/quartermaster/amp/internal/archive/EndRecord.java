package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.ZipFormat.SENTINEL_16;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.SENTINEL_32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.i32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u16;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u64;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The end of a zip archive: where its central directory lies and how many entries it must have.
 *
 * <p>Stricter than the readers of the JDK and of commons-compress, so that no two readers can see
 * different archives in one file: the last end signature of the file is the end record, its comment
 * reaches exactly to the end of the file, the central directory reaches exactly to the end record,
 * and what the zip64 record says agrees with what the plain record says.
 */
final class EndRecord {
  private static final int LONGEST_TAIL =
      ZipFormat.ZIP64_LOCATOR_LENGTH + ZipFormat.END_LENGTH + SENTINEL_16;

  private final long entries;
  private final long directoryStart;
  private final long directorySize;
  private final byte[] comment;

  private EndRecord(long entries, long directoryStart, long directorySize, byte[] comment) {
    this.entries = entries;
    this.directoryStart = directoryStart;
    this.directorySize = directorySize;
    this.comment = comment;
  }

  long entries() {
    return entries;
  }

  long directoryStart() {
    return directoryStart;
  }

  long directorySize() {
    return directorySize;
  }

  byte[] comment() {
    return comment.clone();
  }

  static EndRecord read(FileChannel channel, Path file) throws IOException {
    long size = channel.size();
    if (size < ZipFormat.END_LENGTH) {
      throw new MalformedArchiveException(
          file, "is " + size + " bytes long, too short for a zip archive");
    }
    byte[] tail = new byte[(int) Math.min(size, LONGEST_TAIL)];
    readFully(channel, size - tail.length, tail, file);
    int end = find(tail, file);
    int commentLength = u16(tail, end + 20);
    int following = tail.length - end - ZipFormat.END_LENGTH;
    if (commentLength != following) {
      throw new MalformedArchiveException(
          file,
          "declares a comment of "
              + commentLength
              + " bytes, but "
              + following
              + " bytes follow its end record");
    }
    if (!isSingleDisk(u16(tail, end + 4), u16(tail, end + 6))
        || u16(tail, end + 8) != u16(tail, end + 10)) {
      throw new MalformedArchiveException(file, "is a part of an archive of several volumes");
    }
    byte[] comment = Arrays.copyOfRange(tail, end + ZipFormat.END_LENGTH, tail.length);
    EndRecord plain =
        new EndRecord(u16(tail, end + 10), u32(tail, end + 16), u32(tail, end + 12), comment);
    long endPosition = size - tail.length + end;
    int locator = end - ZipFormat.ZIP64_LOCATOR_LENGTH;
    if (locator >= 0 && i32(tail, locator) == ZipFormat.ZIP64_LOCATOR_SIGNATURE) {
      long locatorPosition = endPosition - ZipFormat.ZIP64_LOCATOR_LENGTH;
      long zip64Position = u64(tail, locator + 8);
      if (u32(tail, locator + 4) != 0 || u32(tail, locator + 16) > 1) {
        throw new MalformedArchiveException(file, "is a part of an archive of several volumes");
      }
      return plain.zip64(channel, file, zip64Position, locatorPosition);
    }
    plain.checkReachesTo(endPosition, file);
    return plain;
  }

  private static int find(byte[] tail, Path file) throws MalformedArchiveException {
    int earliest = Math.max(0, tail.length - ZipFormat.END_LENGTH - SENTINEL_16);
    for (int at = tail.length - ZipFormat.END_LENGTH; at >= earliest; at--) {
      if (tail[at] == 'P' && i32(tail, at) == ZipFormat.END_SIGNATURE) {
        return at;
      }
    }
    throw new MalformedArchiveException(
        file, "has no end record: it is truncated or no zip archive at all");
  }

  private static boolean isSingleDisk(int thisDisk, int directoryDisk) {
    return (thisDisk == 0 || thisDisk == SENTINEL_16)
        && (directoryDisk == 0 || directoryDisk == SENTINEL_16);
  }

  private EndRecord zip64(FileChannel channel, Path file, long position, long locatorPosition)
      throws IOException {
    if (position < 0 || position > locatorPosition - ZipFormat.ZIP64_END_LENGTH) {
      throw new MalformedArchiveException(
          file, "has a zip64 locator that points outside of the file, to byte " + position);
    }
    byte[] record = new byte[ZipFormat.ZIP64_END_LENGTH];
    readFully(channel, position, record, file);
    long length = u64(record, 4);
    if (i32(record, 0) != ZipFormat.ZIP64_END_SIGNATURE
        || length != locatorPosition - position - 12) {
      throw new MalformedArchiveException(
          file,
          "has a zip64 locator that points to byte " + position + ", where no record ends it");
    }
    if (i32(record, 16) != 0 || i32(record, 20) != 0 || u64(record, 24) != u64(record, 32)) {
      throw new MalformedArchiveException(file, "is a part of an archive of several volumes");
    }
    EndRecord large = new EndRecord(u64(record, 32), u64(record, 48), u64(record, 40), comment);
    if (contradicts(entries, SENTINEL_16, large.entries)
        || contradicts(directoryStart, SENTINEL_32, large.directoryStart)
        || contradicts(directorySize, SENTINEL_32, large.directorySize)) {
      throw new MalformedArchiveException(
          file,
          "has a zip64 record ("
              + large.figures()
              + ") that contradicts its end record ("
              + figures()
              + ")");
    }
    large.checkReachesTo(position, file);
    return large;
  }

  private static boolean contradicts(long plain, long sentinel, long large) {
    return plain != sentinel && plain != large;
  }

  private String figures() {
    return entries + " entries, directory of " + directorySize + " bytes at " + directoryStart;
  }

  private void checkReachesTo(long end, Path file) throws MalformedArchiveException {
    if (entries < 0
        || directorySize < 0
        || directoryStart != end - directorySize
        || directoryStart < 0) {
      throw new MalformedArchiveException(
          file,
          "declares "
              + figures()
              + ", but that directory must end at byte "
              + end
              + ": bytes are missing, or were put before the archive");
    }
  }

  /** Reads exactly {@code bytes.length} bytes. */
  static void readFully(FileChannel channel, long position, byte[] bytes, Path file)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new MalformedArchiveException(
            file, "ends at byte " + channel.size() + " where more must follow: it is truncated");
      }
    }
  }
}
