package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import io.github.quartermaster.sentinel.model.Deadline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells by a program.
 *
 * @param call how it is called
 * @param words the program and its arguments
 */
record ProgramTeller(ProgramCall call, List<String> words) implements Teller {
  /** Copies the list. */
  ProgramTeller {
    words = List.copyOf(words);
  }

  @Override
  public String description() {
    return call.find(words.get(0))
        .map(file -> ProgramCall.describe(file, words))
        .orElse(words.get(0));
  }

  @Override
  public Optional<String> objection() {
    return call.find(words.get(0)).isPresent() ? Optional.empty() : Optional.of(missing());
  }

  private String missing() {
    return words.get(0) + " is not there, or not executable for this user";
  }

  @Override
  public Optional<String> tell(Notice notice, Deadline deadline) throws InterruptedException {
    Optional<Path> file = call.find(words.get(0));
    if (file.isEmpty()) {
      return Optional.of(missing());
    }
    CommandResult result =
        new CommandRunner()
            .run(call.command(file.get(), words, notice.facts()), RunTime.of(deadline));
    return CommandEnd.isFine(result, 0)
        ? Optional.empty()
        : Optional.of(file.get() + " " + CommandEnd.text(result));
  }

  @Override
  public String toString() {
    return description();
  }
}
