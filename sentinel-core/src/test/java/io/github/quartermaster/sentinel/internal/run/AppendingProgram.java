package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds lines to a file beside other processes that do so too. */
final class AppendingProgram {
  private static final int LINES = 200;

  private AppendingProgram() {}

  /** Starts one that adds its {@link #lines}. */
  static Process start(Path file, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AppendingProgram.class.getName(),
            file.toString(),
            name)
        .inheritIO()
        .start();
  }

  static Stream<String> lines(String name) {
    return IntStream.range(0, LINES).mapToObj(number -> name + " " + number);
  }

  /**
   * Adds them.
   *
   * @param arguments the file, and what its lines begin with
   */
  public static void main(String[] arguments) throws IOException {
    LocalDisk disk = new LocalDisk();
    for (String line : lines(arguments[1]).toList()) {
      disk.append(Path.of(arguments[0]), line);
    }
  }
}
