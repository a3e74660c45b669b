package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.ZipFormat.LOCAL_LENGTH;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.i32;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.u16;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The header in front of an entry's data (APPNOTE 4.3.7). Everything in it is also in the central
 * directory but the length of its extra fields; where the two disagree about which entry this is,
 * the archive shows different things to different readers and is refused.
 */
final class LocalHeader {
  private LocalHeader() {}

  /** Reads and checks the header of an entry; returns where the entry's data starts. */
  static long dataStart(ZipTree tree, ArchiveEntry entry) throws IOException {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[LOCAL_LENGTH + name.length];
    EndRecord.readFully(tree.channel(), entry.offset(), header, tree.location());
    return entry.offset() + check(header, 0, entry, name, tree.location());
  }

  /** Checks the header at {@code at}; returns its length, name and extra fields included. */
  static int check(byte[] bytes, int at, ArchiveEntry entry, byte[] name, Path file)
      throws MalformedArchiveException {
    if (i32(bytes, at) != ZipFormat.LOCAL_SIGNATURE) {
      throw new MalformedArchiveException(
          file, entry.name(), "has no local header at byte " + entry.offset());
    }
    int start = at + LOCAL_LENGTH;
    if (u16(bytes, at + 26) != name.length
        || !Arrays.equals(bytes, start, start + name.length, name, 0, name.length)) {
      throw new MalformedArchiveException(
          file, entry.name(), "has a local header with another name");
    }
    if (u16(bytes, at + 8) != entry.method()) {
      throw new MalformedArchiveException(
          file,
          entry.name(),
          "is compressed with method "
              + entry.method()
              + " by the central directory and "
              + u16(bytes, at + 8)
              + " by its local header");
    }
    return LOCAL_LENGTH + name.length + u16(bytes, at + 28);
  }
}
