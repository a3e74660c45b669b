package io.github.quartermaster.sentinel.internal.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Says why a program could not be started; the system itself gives hardly more than a number. */
final class StartFailure {
  private StartFailure() {}

  static CommandResult of(Command command, IOException failure) {
    Path folder = command.folder();
    if (folder != null && !Files.isDirectory(folder)) {
      return new CommandResult.NotStarted("the folder " + folder + " to run it in is not there");
    }
    String program = command.program();
    Optional<Path> file = find(command);
    if (file.isEmpty()) {
      return new CommandResult.NotFound(
          program.contains(File.separator)
              ? program + " is not there"
              : program + " is in no folder of the search path");
    }
    if (Files.isDirectory(file.get())) {
      return new CommandResult.NotStarted(program + " is a folder");
    }
    if (!Files.isExecutable(file.get())) {
      return new CommandResult.NotStarted(program + " is not executable for this user");
    }
    // there and executable: most often a script whose first line names what is not there
    return new CommandResult.NotStarted(
        program + " cannot be run, perhaps for want of its interpreter: " + failure.getMessage());
  }

  private static Optional<Path> find(Command command) {
    String program = command.program();
    try {
      if (program.contains(File.separator)) {
        Path folder = command.folder();
        Path file = folder == null ? Path.of(program) : folder.resolve(program);
        return Optional.of(file).filter(Files::exists);
      }
      String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
      return Arrays.stream(path.split(File.pathSeparator))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, program))
          .filter(Files::exists)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
