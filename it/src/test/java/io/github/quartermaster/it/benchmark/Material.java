package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is measured with: a WAR and AMPs, the user's or made for it.
 *
 * @param war never written to
 * @param amps in the order of their names
 * @param folder an empty folder to work in, on the file system that is measured
 */
record Material(Path war, List<Path> amps, Path folder) {
  Material {
    amps = List.copyOf(amps);
  }

  /** The WAR and AMPs of the system properties, or made ones where they are not set. */
  static Material gather() throws IOException {
    Path target = Path.of(System.getProperty("it.target")).resolve("benchmark");
    Path folder = Files.createDirectories(target.resolve("work"));
    return new Material(war(target), amps(target), folder);
  }

  private static Path war(Path target) throws IOException {
    String named = System.getProperty("benchmark.war", "");
    if (!named.isEmpty()) {
      return Path.of(named).toRealPath();
    }
    Path war = target.resolve("generated.war");
    if (!Files.exists(war)) {
      SyntheticWar.LIKE_ALFRESCO.write(war);
    }
    return war;
  }

  private static List<Path> amps(Path target) throws IOException {
    String named = System.getProperty("benchmark.amps", "");
    Path folder = named.isEmpty() ? target.resolve("generated-amps") : Path.of(named).toRealPath();
    if (named.isEmpty() && !Files.exists(folder)) {
      SyntheticAmps.TEN.write(folder);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".amp"))
          .sorted()
          .toList();
    }
  }

  /** A copy of the WAR to work on, whose bytes have reached the disk. */
  Path freshWar(String name) throws IOException {
    Path copy = folder.resolve(name);
    Files.deleteIfExists(copy);
    Files.copy(war, copy);
    try (var channel =
        java.nio.channels.FileChannel.open(copy, java.nio.file.StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return copy;
  }

  long bytesOfAmps() throws IOException {
    long sum = 0;
    for (Path amp : amps) {
      sum += Files.size(amp);
    }
    return sum;
  }
}
