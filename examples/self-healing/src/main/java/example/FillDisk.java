package example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an application that logs too much does in a night: logs are rotated and never removed. */
public final class FillDisk {
  private static final int FILES = 64;
  private static final int BYTES = 1 << 20;

  private FillDisk() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    byte[] block = new byte[4096];
    try {
      Files.createDirectories(folder);
      for (int number = 1; number <= FILES; number++) {
        try (OutputStream log = Files.newOutputStream(folder.resolve("app.log." + number))) {
          for (int written = 0; written < BYTES; written += block.length) {
            log.write(block);
          }
        }
      }
    } catch (IOException e) {
      System.out.println(folder + " took the last byte of its disk: " + e.getMessage());
      return;
    }
    throw new IllegalStateException(
        folder + " did not fill its disk; start this example by run.sh, which makes a small one");
  }
}
