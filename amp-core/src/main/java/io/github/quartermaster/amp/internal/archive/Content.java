package io.github.quartermaster.amp.internal.archive;

import java.util.Objects;

/**
 * What {@link ZipSplice} is to write as one entry. Each carries the time the entry gets: for a
 * reproducible archive a fixed one, else the source's ({@link ArchiveEntry#time()}) or the clock's.
 */
public sealed interface Content {

  /** The modification time of the entry. */
  DosTime time();

  /**
   * The content of an entry of another archive, or of the base under another name. Its compressed
   * bytes are copied as they are; that they hold the declared content is verified meanwhile.
   */
  record Copy(ZipTree source, ArchiveEntry entry, DosTime time) implements Content {
    public Copy {
      Objects.requireNonNull(source);
      Objects.requireNonNull(time);
      if (entry.isDirectory()) {
        throw new IllegalArgumentException(entry.name() + " is a directory and has no content");
      }
    }
  }

  /** Given bytes, deflated where that makes them fewer. */
  final class Bytes implements Content {
    private final byte[] bytes;
    private final DosTime time;

    /** The bytes are not copied, and must not be changed until they are written. */
    public Bytes(byte[] bytes, DosTime time) {
      this.bytes = Objects.requireNonNull(bytes);
      this.time = Objects.requireNonNull(time);
    }

    @Override
    public DosTime time() {
      return time;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** The content of a file in a folder, deflated where that makes it smaller. */
  record FolderFile(ExplodedTree source, ArchiveEntry entry, DosTime time) implements Content {
    public FolderFile {
      Objects.requireNonNull(source);
      Objects.requireNonNull(time);
      if (entry.isDirectory()) {
        throw new IllegalArgumentException(entry.name() + " is a directory and has no content");
      }
    }
  }

  /** A directory; the entry's name ends in {@code /}. */
  record Directory(DosTime time) implements Content {
    public Directory {
      Objects.requireNonNull(time);
    }
  }
}
