package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.it.Command;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A JVM that takes its classes from an archive which an earlier run has left, as a program that
 * embeds the library can have it: class data sharing. It knows class paths of JARs only.
 */
final class SharedClasses {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Class<?> main;
  private final Path archive;
  private final String classPath;

  private SharedClasses(Class<?> main, Path archive, String classPath) {
    this.main = main;
    this.archive = archive;
    this.classPath = classPath;
  }

  /** Makes the archive from one run with these arguments. */
  static SharedClasses of(Class<?> main, List<String> arguments, Path folder) throws IOException {
    Path jar = folder.resolve("shared.jar");
    write(main, jar);
    List<String> jars = new ArrayList<>(List.of(jar.toString()));
    for (String entry : WholeProcess.classPath()) {
      if (Files.isRegularFile(Path.of(entry))) {
        jars.add(entry);
      }
    }
    SharedClasses shared =
        new SharedClasses(
            main, folder.resolve("shared.jsa"), String.join(File.pathSeparator, jars));
    Files.deleteIfExists(shared.archive);
    Command.Outcome outcome =
        Command.of(shared.jvm(List.of("-XX:ArchiveClassesAtExit=" + shared.archive), arguments))
            .run(PATIENCE);
    if (outcome.exitCode() != 0 || !Files.exists(shared.archive)) {
      throw new AssertionError(outcome.output());
    }
    return shared;
  }

  private static void write(Class<?> main, Path jar) throws IOException {
    String name = main.getName().replace('.', '/') + ".class";
    try (InputStream in = main.getResourceAsStream("/" + name);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
  }

  /** The same JVM as {@link WholeProcess#jvm} has, with the archive. */
  List<String> jvm(List<String> arguments) {
    return jvm(List.of("-XX:SharedArchiveFile=" + archive), arguments);
  }

  /** With the archive, and the fast one of the JVM's two compilers only. */
  List<String> quickJvm(List<String> arguments) {
    return jvm(List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1"), arguments);
  }

  private List<String> jvm(List<String> options, List<String> arguments) {
    return WholeProcess.jvm(options, classPath, main, arguments);
  }
}
