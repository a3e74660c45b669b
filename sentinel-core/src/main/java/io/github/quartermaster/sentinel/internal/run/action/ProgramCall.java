package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How programs of the configuration are called.
 *
 * @param programs where those without a path are
 * @param environment variables of the configuration; never shown
 * @param folder where they run, or null for that of this process
 */
record ProgramCall(Programs programs, Map<String, String> environment, @Nullable Path folder) {
  // empty is as good as not set (POSIX, 8.2 Internationalization Variables)
  private static final String LOCALE = "LC_ALL";

  /** Copies the map. */
  ProgramCall {
    environment = Map.copyOf(environment);
  }

  /** The file that would be run; nothing where it is not there, or may not be run. */
  Optional<Path> find(String program) {
    try {
      if (!program.contains(File.separator)) {
        return programs.find(program);
      }
      Path file = folder == null ? Path.of(program).toAbsolutePath() : folder.resolve(program);
      return Optional.of(file).filter(Files::isRegularFile).filter(Files::isExecutable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * The command.
   *
   * @param file what {@link #find} gave
   * @param words as they are in the configuration
   * @param facts variables that say what it is about
   */
  Command command(Path file, List<String> words, Map<String, String> facts) {
    List<String> arguments = new ArrayList<>(words);
    arguments.set(0, file.toString());
    Map<String, String> variables = new LinkedHashMap<>();
    // checks run in the C locale; what is started here may go on running, and must not get it
    variables.put(LOCALE, Objects.requireNonNullElse(System.getenv(LOCALE), ""));
    variables.putAll(environment);
    // last, so that nothing of the configuration can take their place
    facts.forEach((name, value) -> variables.put(name, FactText.of(value)));
    return new Command(arguments, variables, folder);
  }

  /** Arguments may hold what was put in for a secret, so that only their number is told. */
  static String describe(Path file, List<String> words) {
    int arguments = words.size() - 1;
    return file
        + switch (arguments) {
          case 0 -> "";
          case 1 -> " with 1 argument";
          default -> " with " + arguments + " arguments";
        };
  }

  @Override
  public String toString() {
    return "calls in " + (folder == null ? "the folder of this process" : folder);
  }
}
