package io.github.quartermaster.amp.internal.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One entry of {@link ZipBytes}: honest as it is made, any field of it can be made to lie. */
final class EntryBytes {
  byte[] name;
  byte[] data;
  byte[] localExtra = {};
  byte[] centralExtra = {};
  byte[] comment = {};
  byte[] trailing = {};
  int flags;
  int method;
  int dosTime = (2024 - 1980) << 25 | 1 << 21 | 1 << 16;
  long crc32;
  long compressedSize;
  long size;
  int disk;
  long offset = -1;

  byte[] localName;
  int localSignature = 0x04034b50;
  int centralSignature = 0x02014b50;
  int localMethod;
  long localCrc32;
  long localCompressedSize;
  long localSize;

  private EntryBytes(String name, byte[] content, int method, byte[] data) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
    this.localName = this.name;
    this.data = data;
    this.method = localMethod = method;
    CRC32 crc = new CRC32();
    crc.update(content);
    crc32 = localCrc32 = crc.getValue();
    size = localSize = content.length;
    compressedSize = localCompressedSize = data.length;
  }

  static EntryBytes stored(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new EntryBytes(name, bytes, 0, bytes);
  }

  static EntryBytes deflated(String name, String content) {
    return deflated(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static EntryBytes deflated(String name, byte[] content) {
    return new EntryBytes(name, content, 8, deflate(content));
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      deflated.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return deflated.toByteArray();
  }

  /** Writes it as streaming writers do: sizes after the data instead of before. */
  EntryBytes withDataDescriptor(boolean withSignature) {
    flags |= 1 << 3;
    localCrc32 = localCompressedSize = localSize = 0;
    ByteBuffer descriptor = littleEndian(withSignature ? 16 : 12);
    if (withSignature) {
      descriptor.putInt(0x08074b50);
    }
    descriptor.putInt((int) crc32).putInt((int) compressedSize).putInt((int) size);
    trailing = descriptor.array();
    return this;
  }

  /** An extra field of the zip64 kind. */
  static byte[] zip64(long... values) {
    ByteBuffer extra = littleEndian(4 + 8 * values.length);
    extra.putShort((short) 1).putShort((short) (8 * values.length));
    for (long value : values) {
      extra.putLong(value);
    }
    return extra.array();
  }

  static byte[] extra(int id, byte[] value) {
    ByteBuffer extra = littleEndian(4 + value.length);
    return extra.putShort((short) id).putShort((short) value.length).put(value).array();
  }

  byte[] local() {
    ByteBuffer header =
        littleEndian(30 + localName.length + localExtra.length + data.length + trailing.length);
    header.putInt(localSignature).putShort((short) 20).putShort((short) flags);
    header.putShort((short) localMethod).putInt(dosTime).putInt((int) localCrc32);
    header.putInt((int) localCompressedSize).putInt((int) localSize);
    header.putShort((short) localName.length).putShort((short) localExtra.length);
    return header.put(localName).put(localExtra).put(data).put(trailing).array();
  }

  byte[] central(long actualOffset) {
    ByteBuffer header = littleEndian(46 + name.length + centralExtra.length + comment.length);
    header.putInt(centralSignature).putShort((short) 20).putShort((short) 20);
    header.putShort((short) flags).putShort((short) method).putInt(dosTime).putInt((int) crc32);
    header.putInt((int) compressedSize).putInt((int) size);
    header.putShort((short) name.length).putShort((short) centralExtra.length);
    header.putShort((short) comment.length).putShort((short) disk).putShort((short) 0).putInt(0);
    header.putInt((int) (offset < 0 ? actualOffset : offset));
    return header.put(name).put(centralExtra).put(comment).array();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
