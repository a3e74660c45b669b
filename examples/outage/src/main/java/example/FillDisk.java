package example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a log that nobody rotates does in a year. */
public final class FillDisk {
  private static final long AT_MOST = 64L << 20;

  private FillDisk() {}

  public static void main(String[] arguments) {
    Path disk = Path.of(arguments[0]);
    byte[] block = new byte[4096];
    long written = 0;
    try (OutputStream log = Files.newOutputStream(disk.resolve("debug.log"))) {
      while (written < AT_MOST) {
        log.write(block);
        written += block.length;
      }
    } catch (IOException e) {
      System.out.println(disk + " is full after " + written / 1024 + " KiB: " + e.getMessage());
      return;
    }
    throw new IllegalStateException(
        disk + " did not fill up; start this example by its run.sh, which makes a small disk");
  }
}
