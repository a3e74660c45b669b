package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/** A zip archive that was opened and found in order; its raw bytes can be had too. */
public non-sealed interface ZipTree extends ArchiveTree {

  /** The archive's bytes, for positional reading only; closed with this tree. */
  FileChannel channel();

  @Override
  default byte[] read(ArchiveEntry entry, int maxBytes) throws IOException {
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
  default void copyTo(ArchiveEntry entry, OutputStream sink) throws IOException {
    try (EntryDecoder decoder = new EntryDecoder(entry.compressedSize())) {
      decoder.decode(this, entry, sink);
    }
  }

  @Override
  default Fingerprint fingerprint(ArchiveEntry entry) {
    return new Fingerprint(entry.size(), entry.crc32());
  }

  @Override
  default void close() throws IOException {
    channel().close();
  }
}
