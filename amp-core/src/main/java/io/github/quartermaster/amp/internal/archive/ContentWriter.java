package io.github.quartermaster.amp.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes new entries, header and data. Not for use by several threads. */
final class ContentWriter implements Closeable {
  /** What a copied entry's flags say of how it was deflated; everything else is said anew. */
  private static final int DEFLATE_FLAGS = 0b110;

  private final SpliceOutput out;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] deflated = new byte[32 << 10];

  ContentWriter(SpliceOutput out) {
    this.out = out;
  }

  NewEntry write(Step.Written step) throws IOException {
    String name = step.name();
    if (step.content() instanceof Content.Copy copy) {
      return writeCopy(name, copy);
    } else if (step.content() instanceof Content.FolderFile file) {
      return writeFile(name, file);
    } else if (step.content() instanceof Content.Bytes bytes) {
      return writeBytes(name, bytes);
    }
    NewEntry directory = stored(name, step.content().time(), 0, 0);
    putLocal(directory);
    return directory;
  }

  private NewEntry stored(String name, DosTime time, long crc32, long size) {
    return new NewEntry(name, ZipFormat.STORED, 0, time, crc32, size, size, out.position());
  }

  private void putLocal(NewEntry entry) throws IOException {
    entry.putLocal(out.room(entry.localLength()));
  }

  private NewEntry writeCopy(String name, Content.Copy copy) throws IOException {
    ArchiveEntry source = copy.entry();
    if (source.compressedSize() == 0) {
      // some writers call nothing at all deflated; a streaming reader cannot read that
      NewEntry empty = stored(name, copy.time(), 0, 0);
      putLocal(empty);
      return empty;
    }
    long data = LocalHeader.dataStart(copy.source(), source);
    NewEntry entry =
        new NewEntry(
            name,
            source.method(),
            source.method() == ZipFormat.DEFLATED ? source.flags() & DEFLATE_FLAGS : 0,
            copy.time(),
            source.crc32(),
            source.compressedSize(),
            source.size(),
            out.position());
    putLocal(entry);
    out.transfer(copy.source().channel(), data, source.compressedSize(), copy.source().location());
    return entry;
  }

  private NewEntry writeBytes(String name, Content.Bytes content) throws IOException {
    byte[] bytes = content.bytes();
    CRC32 crc = new CRC32();
    crc.update(bytes);
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] shorter = new byte[Math.max(0, bytes.length - 1)];
    int length = deflater.deflate(shorter);
    boolean isShorter = deflater.finished();
    NewEntry entry = stored(name, content.time(), crc.getValue(), bytes.length);
    if (isShorter) {
      entry = entry.deflatedTo(length);
    }
    putLocal(entry);
    out.write(isShorter ? shorter : bytes, 0, isShorter ? length : bytes.length);
    return entry;
  }

  private NewEntry writeFile(String name, Content.FolderFile content) throws IOException {
    NewEntry entry = stored(name, content.time(), 0, content.entry().size());
    putLocal(entry);
    long data = out.position();
    CRC32 crc = new CRC32();
    deflater.reset();
    content.source().copyTo(content.entry(), new DeflateSink(crc));
    deflater.finish();
    drain();
    long length = out.position() - data;
    if (length < entry.size()) {
      entry = entry.withChecksum(crc.getValue()).deflatedTo(length);
    } else {
      out.rewind(data);
      entry = entry.withChecksum(store(content, crc.getValue()));
    }
    ByteBuffer header = ByteBuffer.allocate(entry.localLength()).order(ByteOrder.LITTLE_ENDIAN);
    entry.putLocal(header);
    out.patch(entry.offset(), header.flip());
    return entry;
  }

  private long store(Content.FolderFile content, long expected) throws IOException {
    CRC32 crc = new CRC32();
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            crc.update(bytes, offset, length);
            out.write(bytes, offset, length);
          }
        };
    content.source().copyTo(content.entry(), sink);
    if (crc.getValue() != expected) {
      throw new FileSystemException(
          content.source().path(content.entry()).toString(), null, "changed while it was copied");
    }
    return expected;
  }

  private void drain() throws IOException {
    int length;
    do {
      length = deflater.deflate(deflated);
      out.write(deflated, 0, length);
    } while (length > 0);
  }

  @Override
  public void close() {
    deflater.end();
  }

  /** Deflates what it is given into the archive. */
  private final class DeflateSink extends OutputStream {
    private final CRC32 crc;

    DeflateSink(CRC32 crc) {
      this.crc = crc;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      crc.update(bytes, offset, length);
      deflater.setInput(bytes, offset, length);
      drain();
    }
  }
}
