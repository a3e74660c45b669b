package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What waits to be put in place. */
final class PreparedFile {
  private PreparedFile() {}

  /** The place where a numbered file or folder of an exploded WAR waits. */
  static Path of(WarTarget war, int number) {
    return war.staging().resolve(Integer.toString(number));
  }

  /**
   * Makes sure that a prepared file is what was prepared, or is in its place already.
   *
   * @throws IOException if it is not
   */
  static void check(Path prepared, long size, Path place) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(prepared, BasicFileAttributes.class, NOFOLLOW_LINKS);
      if (!found.isRegularFile() || found.size() != size) {
        throw new IOException(
            prepared
                + " is not the file that was prepared; it should have "
                + size
                + " bytes and has "
                + found.size());
      }
    } catch (NoSuchFileException inItsPlace) {
      if (!Files.isRegularFile(place, NOFOLLOW_LINKS)) {
        throw new IOException("neither " + prepared + " nor " + place + " is there", inItsPlace);
      }
    }
  }
}
