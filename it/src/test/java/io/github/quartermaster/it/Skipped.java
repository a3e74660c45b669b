package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** What could not be tested on this machine, for the list at the end of the build. */
final class Skipped {
  private Skipped() {}

  /** Ends the test as skipped where the condition does not hold, and notes it. */
  static void unless(boolean condition, String name, String why) {
    if (!condition) {
      note(name, why);
      Assumptions.abort(name + ": " + why);
    }
  }

  private static synchronized void note(String name, String why) {
    Path list = Place.target().resolve("skipped.txt");
    try {
      Files.writeString(
          list, name + ": " + why + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
