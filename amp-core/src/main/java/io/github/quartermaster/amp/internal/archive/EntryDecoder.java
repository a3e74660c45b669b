package io.github.quartermaster.amp.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses entries and holds each to its word: exactly the declared size, exactly the declared
 * checksum, exactly the declared number of compressed bytes, never a byte more. Can be used for one
 * entry after the other, by one thread.
 */
final class EntryDecoder implements Closeable {
  private static final int LARGEST_BUFFER = 64 << 10;
  private static final int SMALLEST_BUFFER = 512;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer compressed;
  private final byte[] plain;

  /** With buffers made for entries of about that many compressed bytes. */
  EntryDecoder(long compressedBytes) {
    int size = (int) Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, compressedBytes));
    compressed = ByteBuffer.allocate(size);
    plain = new byte[Math.min(LARGEST_BUFFER, 4 * size)];
  }

  /** Decompresses into {@code sink}, which is complete and right only if this returns. */
  void decode(ZipTree tree, ArchiveEntry entry, OutputStream sink) throws IOException {
    if (entry.size() == 0 && entry.compressedSize() == 0) {
      checkResult(tree, entry, 0, 0);
      return;
    }
    inflater.reset();
    crc.reset();
    long position = LocalHeader.dataStart(tree, entry);
    long end = position + entry.compressedSize();
    long written = 0;
    while (position < end && !inflater.finished()) {
      compressed.clear().limit((int) Math.min(compressed.capacity(), end - position));
      int read = tree.channel().read(compressed, position);
      if (read < 0) {
        throw malformed(tree, entry, "ends before its " + entry.compressedSize() + " bytes do");
      }
      position += read;
      written =
          entry.method() == ZipFormat.STORED
              ? copy(tree, entry, read, written, sink)
              : inflate(tree, entry, read, written, sink);
    }
    long unread = end - position + inflater.getRemaining();
    if ((entry.method() == ZipFormat.DEFLATED && !inflater.finished()) || unread > 0) {
      throw malformed(
          tree,
          entry,
          unread > 0
              ? "has " + unread + " bytes after the end of its compressed data"
              : "is truncated after " + written + " of " + entry.size() + " bytes");
    }
    checkResult(tree, entry, written, crc.getValue());
  }

  private long copy(ZipTree tree, ArchiveEntry entry, int count, long written, OutputStream sink)
      throws IOException {
    return deliver(tree, entry, compressed.array(), count, written, sink);
  }

  private long inflate(ZipTree tree, ArchiveEntry entry, int count, long before, OutputStream sink)
      throws IOException {
    long written = before;
    inflater.setInput(compressed.array(), 0, count);
    try {
      int inflated = inflater.inflate(plain);
      while (inflated > 0) {
        written = deliver(tree, entry, plain, inflated, written, sink);
        inflated = inflater.inflate(plain);
      }
    } catch (DataFormatException e) {
      MalformedArchiveException malformed =
          malformed(tree, entry, "has damaged compressed data after " + written + " bytes");
      malformed.initCause(e);
      throw malformed;
    }
    if (inflater.needsDictionary()) {
      throw malformed(tree, entry, "is compressed with a dictionary it does not bring");
    }
    return written;
  }

  private long deliver(
      ZipTree tree, ArchiveEntry entry, byte[] bytes, int count, long written, OutputStream sink)
      throws IOException {
    if (count > entry.size() - written) {
      throw malformed(tree, entry, "holds more than the " + entry.size() + " bytes it declares");
    }
    crc.update(bytes, 0, count);
    sink.write(bytes, 0, count);
    return written + count;
  }

  private static void checkResult(ZipTree tree, ArchiveEntry entry, long size, long crc32)
      throws MalformedArchiveException {
    if (size != entry.size()) {
      throw malformed(tree, entry, "holds " + size + " bytes and declares " + entry.size());
    }
    if (crc32 != entry.crc32()) {
      throw malformed(
          tree,
          entry,
          "has the checksum "
              + Long.toHexString(crc32)
              + " and declares "
              + Long.toHexString(entry.crc32()));
    }
  }

  private static MalformedArchiveException malformed(ZipTree tree, ArchiveEntry entry, String why) {
    return new MalformedArchiveException(tree.location(), entry.name(), why);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
