package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.ZipFormat.CENTRAL_LENGTH;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.SENTINEL_32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.i32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.put16;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.put32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.put64;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u16;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u64;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One header of a central directory, as bytes (APPNOTE 4.3.12). Parses it, and moves it: the same
 * header for an entry that now lies elsewhere.
 */
final class CentralHeader {
  private static final int VERSION_NEEDED = 6;
  private static final int CRC = 16;
  private static final int COMPRESSED_SIZE = 20;
  private static final int SIZE = 24;
  private static final int NAME_LENGTH = 28;
  private static final int EXTRA_LENGTH = 30;
  private static final int COMMENT_LENGTH = 32;
  private static final int DISK = 34;
  private static final int OFFSET = 42;
  private static final int VERSION_OF_ZIP64 = 45;

  private final Path file;
  private final byte[] directory;
  private final int start;
  private final int nameLength;
  private final int extraStart;
  private final int extraEnd;
  private final int end;

  private CentralHeader(byte[] directory, int start, Path file) {
    this.file = file;
    this.directory = directory;
    this.start = start;
    nameLength = u16(directory, start + NAME_LENGTH);
    extraStart = start + CENTRAL_LENGTH + nameLength;
    extraEnd = extraStart + u16(directory, start + EXTRA_LENGTH);
    end = extraEnd + u16(directory, start + COMMENT_LENGTH);
  }

  /** The header at {@code start}, which must fit into the directory as a whole. */
  static CentralHeader at(byte[] directory, int start, Path file) throws MalformedArchiveException {
    if (directory.length - start >= CENTRAL_LENGTH
        && i32(directory, start) == ZipFormat.CENTRAL_SIGNATURE) {
      CentralHeader header = new CentralHeader(directory, start, file);
      if (header.end <= directory.length) {
        return header;
      }
    }
    throw new MalformedArchiveException(
        file, "has no whole header at byte " + start + " of its central directory");
  }

  /** The header of an entry that was parsed from this directory before. */
  static CentralHeader of(byte[] directory, ArchiveEntry entry, Path file) {
    return new CentralHeader(directory, entry.directoryPosition(), file);
  }

  int length() {
    return end - start;
  }

  private String name() throws MalformedArchiveException {
    return name(directory, start + CENTRAL_LENGTH, nameLength, file);
  }

  ArchiveEntry parse() throws MalformedArchiveException {
    String name = name();
    long size = u32(directory, start + SIZE);
    long compressedSize = u32(directory, start + COMPRESSED_SIZE);
    long offset = u32(directory, start + OFFSET);
    int disk = u16(directory, start + DISK);
    int zip64 = zip64Start(extraStart);
    if (zip64 >= 0) {
      int at = zip64 + 4;
      int end = at + u16(directory, zip64 + 2);
      if (zip64Start(end) >= 0) {
        throw new MalformedArchiveException(file, name, "has two zip64 fields");
      }
      if (size != SENTINEL_32 && compressedSize != SENTINEL_32 && offset != SENTINEL_32) {
        checkRedundantZip64(name, at, end);
      }
      if (size == SENTINEL_32) {
        size = zip64Field(at, end, name);
        at += 8;
      }
      if (compressedSize == SENTINEL_32) {
        compressedSize = zip64Field(at, end, name);
        at += 8;
      }
      if (offset == SENTINEL_32) {
        offset = zip64Field(at, end, name);
        at += 8;
      }
      if (disk == ZipFormat.SENTINEL_16) {
        disk = end - at >= 4 ? i32(directory, at) : disk;
      }
    } else if (size == SENTINEL_32 || compressedSize == SENTINEL_32 || offset == SENTINEL_32) {
      throw new MalformedArchiveException(file, name, "needs zip64 fields and has none");
    }
    if (disk != 0) {
      throw new MalformedArchiveException(file, name, "lies on another volume, number " + disk);
    }
    return new ArchiveEntry(
        name,
        size,
        compressedSize,
        u32(directory, start + CRC),
        u16(directory, start + 10),
        u16(directory, start + 8),
        i32(directory, start + 12),
        offset,
        start);
  }

  /**
   * The name as UTF-8, which is what the JDK reads and every AMP tool writes. Another encoding is
   * refused: which one it is would be a guess, and the JDK does not open such an archive at all.
   */
  static String name(byte[] bytes, int start, int length, Path file)
      throws MalformedArchiveException {
    String name = new String(bytes, start, length, StandardCharsets.UTF_8);
    if (name.indexOf('\uFFFD') >= 0) {
      byte[] again = name.getBytes(StandardCharsets.UTF_8);
      if (!Arrays.equals(again, 0, again.length, bytes, start, start + length)) {
        throw new MalformedArchiveException(file, name, "has a name that is not UTF-8");
      }
    }
    return name;
  }

  /** Where the next zip64 extra field starts, its id included; -1 if there is none. */
  private int zip64Start(int from) {
    for (int at = from; extraEnd - at >= 4; at += 4 + u16(directory, at + 2)) {
      if (u16(directory, at) == ZipFormat.ZIP64_EXTRA_ID) {
        return extraEnd - at - 4 >= u16(directory, at + 2) ? at : -1;
      }
    }
    return -1;
  }

  private long zip64Field(int at, int end, String name) throws MalformedArchiveException {
    if (end - at < 8) {
      throw new MalformedArchiveException(file, name, "has too short a zip64 field");
    }
    long value = u64(directory, at);
    if (value < 0) {
      throw new MalformedArchiveException(
          file, name, "has a size or offset of " + Long.toUnsignedString(value) + " bytes");
    }
    return value;
  }

  /**
   * Some writers add the zip64 field to small entries too; then it must repeat the plain fields.
   */
  private void checkRedundantZip64(String name, int at, int end) throws MalformedArchiveException {
    boolean contradicts =
        end - at >= 16
            && (u64(directory, at) != u32(directory, start + SIZE)
                || u64(directory, at + 8) != u32(directory, start + COMPRESSED_SIZE));
    contradicts |= end - at >= 24 && u64(directory, at + 16) != u32(directory, start + OFFSET);
    if (contradicts) {
      throw new MalformedArchiveException(
          file, name, "has a zip64 field that contradicts its size, compressed size or offset");
    }
  }

  /** The most bytes by which {@link #moveTo} makes a header longer. */
  static int mostGrowth() {
    return 12;
  }

  /**
   * This header, byte for byte, but for the offset of its entry. A zip64 field is added or extended
   * only where the offset does not fit without.
   */
  byte[] moveTo(long offset) throws MalformedArchiveException {
    int zip64 = zip64Start(extraStart);
    if (u32(directory, start + OFFSET) == SENTINEL_32) {
      byte[] moved = Arrays.copyOfRange(directory, start, end);
      int value = zip64 + 4 + (hasLarge(SIZE) ? 8 : 0) + (hasLarge(COMPRESSED_SIZE) ? 8 : 0);
      put64(moved, value - start, offset);
      return moved;
    }
    if (offset < SENTINEL_32) {
      byte[] moved = Arrays.copyOfRange(directory, start, end);
      put32(moved, OFFSET, offset);
      return moved;
    }
    return withLargeOffset(zip64, offset);
  }

  private boolean hasLarge(int field) {
    return u32(directory, start + field) == SENTINEL_32;
  }

  private byte[] withLargeOffset(int zip64, long offset) throws MalformedArchiveException {
    int kept = (hasLarge(SIZE) ? 8 : 0) + (hasLarge(COMPRESSED_SIZE) ? 8 : 0);
    int dropped = zip64 < 0 ? 0 : 4 + u16(directory, zip64 + 2);
    int added = 4 + kept + 8;
    int extraLength = extraEnd - extraStart - dropped + added;
    if (extraLength > ZipFormat.SENTINEL_16) {
      throw new MalformedArchiveException(
          file, name(), "has so many extra fields that it cannot be moved beyond 4 GiB");
    }
    byte[] moved = new byte[length() - dropped + added];
    int at = extraStart - start;
    System.arraycopy(directory, start, moved, 0, at);
    put16(moved, VERSION_NEEDED, Math.max(VERSION_OF_ZIP64, u16(moved, VERSION_NEEDED)));
    put16(moved, DISK, 0);
    put32(moved, OFFSET, SENTINEL_32);
    put16(moved, EXTRA_LENGTH, extraLength);
    put16(moved, at, ZipFormat.ZIP64_EXTRA_ID);
    put16(moved, at + 2, kept + 8);
    if (kept > 0) {
      System.arraycopy(directory, zip64 + 4, moved, at + 4, kept);
    }
    put64(moved, at + 4 + kept, offset);
    at += added;
    int before = zip64 < 0 ? 0 : zip64 - extraStart;
    System.arraycopy(directory, extraStart, moved, at, before);
    int rest = extraStart + before + dropped;
    System.arraycopy(directory, rest, moved, at + before, end - rest);
    return moved;
  }
}
