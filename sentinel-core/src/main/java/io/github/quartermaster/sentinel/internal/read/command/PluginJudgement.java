package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.perfdata.PluginOutput;
import io.github.quartermaster.sentinel.internal.process.CommandOutput;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.Optional;

/**
 * The exit code is the only truth: plugins print CRITICAL and exit with 3, or OK and exit with 2.
 *
 * @param brokenIsCritical whether a plugin that does not work means CRITICAL, as Nagios has it for
 *     active checks, and not UNKNOWN
 */
record PluginJudgement(boolean brokenIsCritical) implements Judgement {

  @Override
  public Reading of(ComponentId component, String program, CommandResult result) {
    Optional<Failure> failure = Failure.of(program, result);
    if (failure.isPresent()) {
      Reading reading = broken(component, failure.get().message());
      return failure.get().output().map(o -> printed(reading, o)).orElse(reading);
    }
    CommandResult.Exited end = (CommandResult.Exited) result;
    Optional<Status> status = status(end.code());
    Reading reading =
        status.isPresent()
            ? stated(component, status.get(), program, end.code())
            : broken(component, program + " ended with " + end.code() + ", which is no state");
    return status.isPresent() ? said(reading, end.output()) : printed(reading, end.output());
  }

  private static Optional<Status> status(int code) {
    for (Status status : Status.values()) {
      if (status.exitCode() == code) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  private static Reading stated(ComponentId component, Status status, String program, int code) {
    String message = program + " ended with " + code + " and printed nothing";
    return status == Status.UNKNOWN
        ? Reading.unknown(component, message)
        : Reading.of(component).verdict(new Verdict.Stated(status)).message(message);
  }

  private Reading broken(ComponentId component, String message) {
    return brokenIsCritical
        ? Reading.of(component).verdict(new Verdict.Stated(Status.CRITICAL)).message(message)
        : Reading.unknown(component, message);
  }

  /** What a plugin says about the component; its standard error only where it says nothing. */
  private static Reading said(Reading reading, CommandOutput output) {
    String text = output.out().isBlank() ? output.err() : output.out();
    Reading described = PluginReading.describe(reading, PluginOutput.parse(text));
    return output.isCut() ? described.evidence("output", "cut: it printed too much") : described;
  }

  /** What a plugin printed that did not work is no message of its own. */
  private static Reading printed(Reading reading, CommandOutput output) {
    String text = output.out().isBlank() ? output.err() : output.out();
    return text.isBlank() ? reading : reading.evidence("output", text.strip());
  }
}
