package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.ZipFormat.SENTINEL_32;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The headers of an entry that is written, as plain as they can be: made by nobody in particular,
 * no permissions, no extra fields but zip64 where a number does not fit without.
 *
 * @param flags of the compression only
 * @param offset where its local header lies
 */
record NewEntry(
    String name,
    int method,
    int flags,
    DosTime time,
    long crc32,
    long compressedSize,
    long size,
    long offset)
    implements CentralSource {
  /** A local field of two sizes and a central one of two sizes and an offset. */
  static final int MOST_ZIP64_BYTES = 20 + 28;

  private static final int VERSION = 20;
  private static final int VERSION_OF_ZIP64 = 45;
  private static final int DOS_DIRECTORY = 0x10;

  /** The same, deflated to so many bytes, which are fewer. */
  NewEntry deflatedTo(long length) {
    return new NewEntry(name, ZipFormat.DEFLATED, 0, time, crc32, length, size, offset);
  }

  NewEntry withChecksum(long checksum) {
    return new NewEntry(name, method, flags, time, checksum, compressedSize, size, offset);
  }

  private byte[] utf8() {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private boolean isLarge() {
    return size >= SENTINEL_32 || compressedSize >= SENTINEL_32;
  }

  private boolean isFar() {
    return offset >= SENTINEL_32;
  }

  private boolean isDirectory() {
    return name.endsWith("/");
  }

  /** Bit 11 only where it says something: old tools know ASCII without it. */
  private int allFlags(byte[] utf8) {
    for (byte b : utf8) {
      if (b < 0) {
        return flags | ZipFormat.FLAG_UTF8;
      }
    }
    return flags;
  }

  /** How many bytes {@link #putLocal} puts. */
  int localLength() {
    return ZipFormat.LOCAL_LENGTH + utf8().length + (isLarge() ? 20 : 0);
  }

  void putLocal(ByteBuffer buffer) {
    byte[] utf8 = utf8();
    buffer.putInt(ZipFormat.LOCAL_SIGNATURE);
    putCommon(buffer, isLarge(), utf8);
    buffer.putShort((short) (isLarge() ? 20 : 0));
    buffer.put(utf8);
    if (isLarge()) {
      buffer.putShort((short) ZipFormat.ZIP64_EXTRA_ID).putShort((short) 16);
      buffer.putLong(size).putLong(compressedSize);
    }
  }

  @Override
  public int writeCentral(SpliceOutput out) throws IOException {
    int values = (isLarge() ? 16 : 0) + (isFar() ? 8 : 0);
    int extra = values == 0 ? 0 : 4 + values;
    byte[] utf8 = utf8();
    ByteBuffer buffer = out.room(ZipFormat.CENTRAL_LENGTH + utf8.length + extra);
    buffer.putInt(ZipFormat.CENTRAL_SIGNATURE);
    buffer.putShort((short) (values > 0 ? VERSION_OF_ZIP64 : VERSION));
    putCommon(buffer, values > 0, utf8);
    buffer.putShort((short) extra);
    buffer.putShort((short) 0); // comment
    buffer.putShort((short) 0); // disk
    buffer.putShort((short) 0); // internal attributes
    buffer.putInt(isDirectory() ? DOS_DIRECTORY : 0);
    buffer.putInt((int) (isFar() ? SENTINEL_32 : offset));
    buffer.put(utf8);
    if (extra > 0) {
      buffer.putShort((short) ZipFormat.ZIP64_EXTRA_ID).putShort((short) values);
      if (isLarge()) {
        buffer.putLong(size).putLong(compressedSize);
      }
      if (isFar()) {
        buffer.putLong(offset);
      }
    }
    return 1;
  }

  private void putCommon(ByteBuffer buffer, boolean zip64, byte[] utf8) {
    buffer.putShort((short) (zip64 ? VERSION_OF_ZIP64 : VERSION));
    buffer.putShort((short) allFlags(utf8));
    buffer.putShort((short) method);
    buffer.putInt(time.packed());
    buffer.putInt((int) crc32);
    buffer.putInt((int) (isLarge() ? SENTINEL_32 : compressedSize));
    buffer.putInt((int) (isLarge() ? SENTINEL_32 : size));
    buffer.putShort((short) utf8.length);
  }
}
