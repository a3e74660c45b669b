package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * AMPs for the repository, each a module of its own: libraries, configuration, web resources.
 *
 * @param count how many
 * @param megabytes what they weigh together, in units of 2^20 bytes
 */
public record SyntheticAmps(int count, int megabytes) {
  /** What a well-furnished installation has. */
  static final SyntheticAmps TEN = new SyntheticAmps(10, 23);

  private static final int LIBRARIES = 4;
  private static final int SMALL_FILES = 120;
  private static final int BYTES_PER_SMALL_FILE = 700;

  /** Writes them into a folder, which is made, and returns them in the order of their names. */
  public List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> amps = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Path amp = folder.resolve("benchmark-module-%02d-1.%d.amp".formatted(i, i));
      write(amp, i);
      amps.add(amp);
    }
    return amps;
  }

  private void write(Path file, int number) throws IOException {
    String id = "benchmark-module-%02d".formatted(number);
    try (SyntheticArchive amp = new SyntheticArchive(file, number)) {
      amp.text(
          "module.properties",
          """
          module.id=%s
          module.version=1.%d
          module.title=Benchmark module %d
          module.description=Something to carry
          module.repo.version.min=5.2
          """
              .formatted(id, number, number));
      amp.text("file-mapping.properties", "include.default=true\n/web=/\n");
      int bytes = megabytes * 1048576 / count - SMALL_FILES * BYTES_PER_SMALL_FILE;
      for (int i = 0; i < LIBRARIES; i++) {
        amp.jar("lib/%s-part%d-1.%d.jar".formatted(id, i, number), bytes / LIBRARIES);
      }
      for (int i = 0; i < SMALL_FILES; i++) {
        String folder =
            i % 3 == 0
                ? "web/" + id + "/js/"
                : i % 3 == 1
                    ? "config/alfresco/module/" + id + "/messages/"
                    : "config/alfresco/templates/webscripts/" + id + "/group" + i % 7 + "/";
        amp.words(folder + "file" + i + ".txt", 40 + i * 11 % 300);
      }
    }
  }
}
