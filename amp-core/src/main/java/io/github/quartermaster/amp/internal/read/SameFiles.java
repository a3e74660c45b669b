package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether two packed WARs are the same, byte by byte. */
public final class SameFiles {
  private SameFiles() {}

  /**
   * Compares them; one that is not there, or is a folder, is the same as none.
   *
   * @throws AmpException if one cannot be read
   */
  public static boolean are(Path war, Path other) {
    try {
      return Files.isRegularFile(war)
          && Files.isRegularFile(other)
          && Files.mismatch(war, other) == -1;
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", war, ProblemCode.WAR_UNREADABLE, "Look whether it may be read, and run again")
          .because(e);
    }
  }
}
