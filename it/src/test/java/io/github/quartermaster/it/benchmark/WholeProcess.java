package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.it.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures commands from outside, each run a process of its own. The heap is asked for in one more
 * run, whose time does not count.
 */
final class WholeProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern INSIDE = Pattern.compile("library time (\\d+) ms");
  private static final Pattern PEAK_HEAP = Pattern.compile("peak heap (\\d+)");

  private static final Pattern NEEDED =
      Pattern.compile(
          "[/\\\\](test-classes|amp-core[/\\\\]target[/\\\\]classes|amp-core-[^/\\\\]*[.]jar"
              + "|commons-(codec|compress|io|lang3)-[^/\\\\]*[.]jar)$");

  private final int runs;

  WholeProcess(int runs) {
    this.runs = runs;
  }

  /** What is put right before each run and not measured. */
  interface Preparation {
    void run() throws IOException;
  }

  Measurement measure(String name, Preparation preparation, List<String> command)
      throws IOException {
    List<Duration> times = new ArrayList<>();
    long inside = 0;
    for (int i = 0; i < runs; i++) {
      Command.Outcome outcome = run(name, preparation, Command.of(command));
      times.add(outcome.time());
      inside = Math.max(inside, number(INSIDE, outcome.output()));
    }
    Command telling = Command.of(command).with(Map.of(AmpsRun.TELL_PEAK_HEAP, "true"));
    long peakHeap = number(PEAK_HEAP, run(name, preparation, telling).output());
    return new Measurement(name, times, Duration.ofMillis(inside), peakHeap);
  }

  private static Command.Outcome run(String name, Preparation preparation, Command command)
      throws IOException {
    preparation.run();
    Command.Outcome outcome = command.run(PATIENCE);
    if (outcome.exitCode() != 0) {
      throw new AssertionError(
          "tried to measure "
              + name
              + "; it ended with "
              + outcome.exitCode()
              + ":\n"
              + outcome.output());
    }
    return outcome;
  }

  private static long number(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** A JVM that runs a class of ours with no more heap than is promised. */
  static List<String> jvm(Class<?> main, List<String> arguments) {
    return jvm(List.of(), String.join(File.pathSeparator, classPath()), main, arguments);
  }

  /**
   * The class path of a program that embeds the library: itself, the library and what that needs.
   * This JVM's own is many times as long, and a JVM opens each JAR in which it looks for a class.
   */
  static List<String> classPath() {
    List<String> needed = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (NEEDED.matcher(entry).find()) {
        needed.add(entry);
      }
    }
    return needed;
  }

  /** The same, with further options and another class path. */
  static List<String> jvm(
      List<String> options, String classPath, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }
}
