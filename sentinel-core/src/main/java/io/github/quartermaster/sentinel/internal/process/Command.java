package io.github.quartermaster.sentinel.internal.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program and its arguments. No shell sees them.
 *
 * @param arguments the program, as a path or a name to be found in the search path, and what
 *     follows it; not empty
 * @param environment added to the environment of this process
 * @param folder where it runs, or null for that of this process
 * @param input what it reads as its standard input, as UTF-8, or null for nothing; short enough for
 *     a pipe to hold, as nobody waits until it is read
 */
public record Command(
    List<String> arguments,
    Map<String, String> environment,
    @Nullable Path folder,
    @Nullable String input) {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is no program
   */
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    if (arguments.isEmpty() || arguments.get(0).isBlank()) {
      throw new IllegalArgumentException("a command names a program");
    }
  }

  /** One that gets no input. */
  public Command(List<String> arguments, Map<String, String> environment, @Nullable Path folder) {
    this(arguments, environment, folder, null);
  }

  /** The same, reading a text. */
  public Command reading(String text) {
    return new Command(arguments, environment, folder, text);
  }

  /** A command in the environment and the folder of this process. */
  public static Command of(String... arguments) {
    return new Command(List.of(arguments), Map.of(), null);
  }

  /** The program. */
  public String program() {
    return arguments.get(0);
  }

  /** The program only: an environment may hold passwords, and so may arguments. */
  @Override
  public String toString() {
    return program();
  }
}
