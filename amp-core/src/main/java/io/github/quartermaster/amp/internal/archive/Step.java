package io.github.quartermaster.amp.internal.archive;

import java.nio.charset.StandardCharsets;

/** One piece of the archive that {@link ZipSplice} writes, in the order of the pieces. */
sealed interface Step {

  /** Entries of the base that follow one another and stay as they are, from {@code first} on. */
  record Kept(ZipDirectory base, int first, int end) implements Step {
    long start() {
      return base.entries().get(first).offset();
    }

    long length() {
      return base.endOf(end - 1) - start();
    }
  }

  /** An entry that is new, or new in the place of one of the base. */
  record Written(String name, Content content) implements Step {
    int nameLength() {
      return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The most bytes its data can take. */
    long mostBytes() {
      if (content instanceof Content.Copy copy) {
        return copy.entry().compressedSize();
      } else if (content instanceof Content.FolderFile file) {
        return file.entry().size();
      } else if (content instanceof Content.Bytes bytes) {
        return bytes.bytes().length;
      }
      return 0;
    }
  }
}
