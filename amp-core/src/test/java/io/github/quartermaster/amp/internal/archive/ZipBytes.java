package io.github.quartermaster.amp.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes zip archives byte by byte, above all ones that no zip tool would make. What is set on it
 * replaces what an honest archive would say.
 */
final class ZipBytes {
  private final List<EntryBytes> entries = new ArrayList<>();
  private Consumer<ByteBuffer> endChange = end -> {};
  private Consumer<ByteBuffer> zip64Change = zip64 -> {};
  private boolean hasZip64End;
  private byte[] prefix = {};
  private byte[] beforeDirectory = {};
  private byte[] afterDirectory = {};
  private byte[] comment = {};
  private byte[] suffix = {};

  static ZipBytes of(EntryBytes... entries) {
    ZipBytes zip = new ZipBytes();
    zip.entries.addAll(List.of(entries));
    return zip;
  }

  ZipBytes entry(EntryBytes entry) {
    entries.add(entry);
    return this;
  }

  ZipBytes prefix(byte[] bytes) {
    prefix = bytes;
    return this;
  }

  ZipBytes beforeDirectory(byte[] bytes) {
    beforeDirectory = bytes;
    return this;
  }

  ZipBytes afterDirectory(byte[] bytes) {
    afterDirectory = bytes;
    return this;
  }

  ZipBytes comment(byte[] bytes) {
    comment = bytes;
    return this;
  }

  ZipBytes suffix(byte[] bytes) {
    suffix = bytes;
    return this;
  }

  /** Changes the 22 bytes of the end record. */
  ZipBytes end(Consumer<ByteBuffer> change) {
    endChange = change;
    return this;
  }

  /** Adds a zip64 end record (56 bytes) and locator (20 bytes), and changes them. */
  ZipBytes zip64End(Consumer<ByteBuffer> change) {
    hasZip64End = true;
    zip64Change = change;
    return this;
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      out.write(prefix);
      List<byte[]> headers = new ArrayList<>();
      for (EntryBytes entry : entries) {
        headers.add(entry.central(out.size() - (long) prefix.length));
        out.write(entry.local());
      }
      out.write(beforeDirectory);
      int start = out.size() - prefix.length;
      for (byte[] header : headers) {
        out.write(header);
      }
      int size = out.size() - prefix.length - start;
      out.write(afterDirectory);
      if (hasZip64End) {
        out.write(zip64End(start, size, out.size()));
      }
      ByteBuffer end = littleEndian(22).putInt(0x06054b50).putInt(0);
      end.putShort((short) entries.size()).putShort((short) entries.size());
      end.putInt(size).putInt(start).putShort((short) comment.length);
      endChange.accept(end);
      out.write(end.array());
      out.write(comment);
      out.write(suffix);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] zip64End(long start, long size, long position) {
    ByteBuffer zip64 = littleEndian(76).putInt(0x06064b50).putLong(44);
    zip64.putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
    zip64.putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(start);
    zip64.putInt(0x07064b50).putInt(0).putLong(position).putInt(1);
    zip64Change.accept(zip64);
    return zip64.array();
  }

  Path writeTo(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
