package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.process.CommandOutput;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Says of a program that it did not come to a proper end.
 *
 * @param message what happened
 * @param output what it had printed
 */
record Failure(String message, Optional<CommandOutput> output) {

  /** Nothing where the program ended by itself, whatever its exit code. */
  static Optional<Failure> of(String program, CommandResult result) {
    if (result instanceof CommandResult.Signalled end) {
      return Optional.of(
          new Failure(
              program
                  + " was killed by signal "
                  + end.signal()
                  + " after "
                  + seconds(end.took())
                  + ", before it could say anything about the state",
              Optional.of(end.output())));
    }
    if (result instanceof CommandResult.TimedOut end) {
      return Optional.of(
          new Failure(
              program + " did not end within " + seconds(end.took()) + " and was killed",
              Optional.of(end.output())));
    }
    if (result instanceof CommandResult.Flooded end) {
      return Optional.of(
          new Failure(
              program + " printed without end and was killed after " + seconds(end.took()),
              Optional.of(end.output())));
    }
    if (result instanceof CommandResult.NotFound notFound) {
      return Optional.of(new Failure(notFound.reason(), Optional.empty()));
    }
    if (result instanceof CommandResult.NotStarted notStarted) {
      return Optional.of(new Failure(notStarted.reason(), Optional.empty()));
    }
    return Optional.empty();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
