package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A project under {@code examples}.
 *
 * @param name the name of its folder
 * @param folder where it lies
 */
record Example(String name, Path folder) {
  private static final String SCRIPT = "run.sh";
  private static final Map<String, MavenRun> RUNS = new ConcurrentHashMap<>();

  static Stream<Example> all() {
    try (Stream<Path> folders = Files.list(Place.examples())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> new Example(folder.getFileName().toString(), folder))
          .sorted((one, other) -> one.name.compareTo(other.name))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Example named(String name) {
    return new Example(name, Place.examples().resolve(name));
  }

  /** A copy of it to run, without what earlier builds left. */
  Path copy(String purpose) {
    return Place.copy(folder, Place.work(name + "-" + purpose));
  }

  /**
   * The run of {@code mvn verify} on a copy; the same Maven runs it once, so who looks at the
   * results must not change them. One that has a volumes file runs against an emulated EC2 that has
   * those volumes; one that has a script is run by it.
   */
  MavenRun verifiedBy(Maven maven) {
    return RUNS.computeIfAbsent(name + " " + maven, key -> verify(maven));
  }

  private MavenRun verify(Maven maven) {
    Path project = copy(maven.version());
    if (Files.exists(project.resolve(SCRIPT))) {
      return maven.byScript(project, SCRIPT);
    }
    Path volumes = project.resolve("volumes.csv");
    if (!Files.exists(volumes)) {
      return maven.run(project, "verify");
    }
    try (EmulatedAws aws = EmulatedAws.withVolumesOf(volumes)) {
      return maven.run(project, List.of("verify"), aws.options());
    }
  }

  /** The lines it must print, in this order. */
  List<String> expectedOutput() {
    return read("expected-output.txt").lines().toList();
  }

  /** Whether a disk of its own must be made for it, which takes root or user name spaces. */
  boolean mountsDisk() {
    return Files.exists(folder.resolve(SCRIPT));
  }

  /** Whether the point of it is that its build fails. */
  boolean mustFail() {
    return expectedOutput().contains("BUILD FAILURE");
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
