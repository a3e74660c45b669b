package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A zip archive that was opened and found in order; its raw bytes can be had too. */
public abstract non-sealed class ZipTree extends ArchiveTree {
  private final FileChannel channel;

  ZipTree(Path location, EntryIndex index, FileChannel channel) {
    super(location, index);
    this.channel = channel;
  }

  /** The archive's bytes, for positional reading only; closed with this tree. */
  public final FileChannel channel() {
    return channel;
  }

  @Override
  public byte[] read(ArchiveEntry entry, int maxBytes) throws IOException {
    if (entry.size() > maxBytes) {
      throw new UnsafeArchiveException(
          location(),
          entry.name(),
          "has " + entry.size() + " bytes where no more than " + maxBytes + " are expected",
          "Look into the archive: this file should be small.");
    }
    ExactBytes content = new ExactBytes((int) entry.size());
    copyTo(entry, content);
    return content.bytes();
  }

  @Override
  public void copyTo(ArchiveEntry entry, OutputStream sink) throws IOException {
    try (EntryDecoder decoder = new EntryDecoder(entry.compressedSize())) {
      decoder.decode(this, entry, sink);
    }
  }

  @Override
  public Fingerprint fingerprint(ArchiveEntry entry) {
    return new Fingerprint(entry.size(), entry.crc32());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
