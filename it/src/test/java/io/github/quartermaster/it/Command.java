package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command to be run in another process.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment what differs from this process's environment
 */
public record Command(List<String> words, Path folder, Map<String, String> environment) {
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /**
   * What a command has left behind.
   *
   * @param exitCode 0 where it succeeded
   * @param output standard output and standard error, as they came
   * @param time from start to end
   */
  public record Outcome(int exitCode, String output, Duration time) {}

  public static Command of(String... words) {
    return of(List.of(words));
  }

  public static Command of(List<String> words) {
    return new Command(words, Path.of("").toAbsolutePath(), Map.of());
  }

  public Command in(Path other) {
    return new Command(words, other, environment);
  }

  public Command with(Map<String, String> variables) {
    return new Command(words, folder, variables);
  }

  /** Whether the program can be started at all. */
  public static boolean exists(String program, String harmlessArgument) {
    try {
      of(program, harmlessArgument).run(Duration.ofSeconds(10));
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Runs to the end; a command that takes longer than it may is ended, and the test fails. */
  public Outcome run(Duration patience) {
    try {
      Path output = Files.createTempFile("command", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended) {
        throw new AssertionError(
            "tried to run "
                + words
                + "; it had not ended after "
                + patience
                + ". It printed:\n"
                + text);
      }
      return new Outcome(process.exitValue(), text, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running " + words, e);
    }
  }
}
