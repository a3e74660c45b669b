package io.github.quartermaster.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in one jar, as a user starts it. */
final class SentinelProgram {
  private SentinelProgram() {}

  /** Runs it to the end. */
  static Command.Outcome run(Path folder, String... arguments) {
    return Command.of(words(arguments)).in(folder).run(Duration.ofMinutes(2));
  }

  /** As a line for a program that splits it by blanks. */
  static String commandLine(String... arguments) {
    return words(arguments).stream().collect(Collectors.joining(" "));
  }

  /** The words of its command line. */
  static List<String> words(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"));
    words.add(Path.of(Place.property("it.program")).normalize().toString());
    Stream.of(arguments).forEach(words::add);
    return words;
  }
}
