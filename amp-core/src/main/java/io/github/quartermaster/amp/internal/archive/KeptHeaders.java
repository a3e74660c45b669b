package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Checks the local headers of entries that are copied without being looked into. */
final class KeptHeaders {
  /** Small entries lie close together: one read serves some twenty of them. */
  private static final int WINDOW = 16 << 10;

  private final Step.Kept kept;
  private byte[] window = new byte[WINDOW];
  private long windowStart;
  private long windowEnd;

  KeptHeaders(Step.Kept kept) {
    this.kept = kept;
  }

  void check() throws IOException {
    ZipDirectory base = kept.base();
    for (int i = kept.first(); i < kept.end(); i++) {
      ArchiveEntry entry = base.entries().get(i);
      long end = base.endOf(i);
      byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
      show(entry.offset(), ZipFormat.LOCAL_LENGTH + name.length);
      int at = (int) (entry.offset() - windowStart);
      int header = LocalHeader.check(window, at, entry, name, base.location());
      if (entry.compressedSize() > end - entry.offset() - header) {
        throw new MalformedArchiveException(
            base.location(),
            entry.name(),
            "reaches with its extra fields into what starts at byte " + end);
      }
    }
  }

  private void show(long from, int length) throws IOException {
    if (from >= windowStart && from + length <= windowEnd) {
      return;
    }
    if (length > window.length) {
      window = new byte[length];
    }
    ZipDirectory base = kept.base();
    ByteBuffer buffer = ByteBuffer.wrap(window);
    while (buffer.position() < length) {
      if (base.channel().read(buffer, from + buffer.position()) < 0) {
        throw new MalformedArchiveException(
            base.location(), "ends at byte " + base.channel().size() + ": it was truncated");
      }
    }
    windowStart = from;
    windowEnd = from + buffer.position();
  }
}
