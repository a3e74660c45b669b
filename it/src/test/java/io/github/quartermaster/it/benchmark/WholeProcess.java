package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.it.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures commands from outside, each run a process of its own. */
final class WholeProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern INSIDE = Pattern.compile("library time (\\d+) ms");
  private static final Pattern PEAK_HEAP = Pattern.compile("peak heap (\\d+)");

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
    long peakHeap = 0;
    for (int i = 0; i < runs; i++) {
      preparation.run();
      Command.Outcome outcome = Command.of(command).run(PATIENCE);
      if (outcome.exitCode() != 0) {
        throw new AssertionError(
            "tried to measure "
                + name
                + "; it ended with "
                + outcome.exitCode()
                + ":\n"
                + outcome.output());
      }
      times.add(outcome.time());
      inside = Math.max(inside, number(INSIDE, outcome.output()));
      peakHeap = Math.max(peakHeap, number(PEAK_HEAP, outcome.output()));
    }
    return new Measurement(name, times, Duration.ofMillis(inside), peakHeap);
  }

  private static long number(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** A JVM that runs a class of ours with no more heap than is promised. */
  static List<String> jvm(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }
}
