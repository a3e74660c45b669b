package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.process.CommandOutput;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Judges any program.
 *
 * @param healthyExit the exit codes of a healthy state; empty where those of Nagios hold
 * @param contains texts that have to be in its output
 * @param notContains texts that must not be there
 */
record ExecJudgement(List<Long> healthyExit, List<String> contains, List<String> notContains)
    implements Judgement {

  @Override
  public Reading of(ComponentId component, String program, CommandResult result) {
    Optional<Failure> failure = Failure.of(program, result);
    if (failure.isPresent()) {
      Reading reading = Reading.unknown(component, failure.get().message());
      return failure.get().output().map(o -> withOutput(reading, o, 0)).orElse(reading);
    }
    CommandResult.Exited end = (CommandResult.Exited) result;
    Reading byCode = byCode(component, program, end.code());
    if (!isOk(byCode)) {
      return withOutput(byCode, end.output(), 0);
    }
    Optional<String> wrong = wrongOutput(end.output());
    if (wrong.isPresent()) {
      return withOutput(
          Reading.of(component)
              .verdict(new Verdict.Stated(Status.CRITICAL))
              .message(program + " " + wrong.get()),
          end.output(),
          0);
    }
    if (end.output().isCut() && !notContains.isEmpty()) {
      // what was not kept may hold what must not be there
      String message = program + " printed more than is searched for what it must not print";
      return withOutput(Reading.unknown(component, message), end.output(), 0);
    }
    String first = end.output().out().strip().lines().findFirst().orElse("");
    return withOutput(first.isEmpty() ? byCode : byCode.message(first), end.output(), 1);
  }

  private Reading byCode(ComponentId component, String program, int code) {
    String message = program + " ended with " + code;
    if (!healthyExit.isEmpty()) {
      return stated(component, healthyExit.contains((long) code) ? Status.OK : Status.CRITICAL)
          .message(message);
    }
    return switch (code) {
      case 0 -> stated(component, Status.OK).message(message);
      case 1 -> stated(component, Status.WARNING).message(message);
      case 2 -> stated(component, Status.CRITICAL).message(message);
      default -> Reading.unknown(component, message);
    };
  }

  private Optional<String> wrongOutput(CommandOutput output) {
    String all = output.out() + "\n" + output.err();
    for (String text : contains) {
      if (!all.contains(text)) {
        return Optional.of("did not print \"" + text + "\"");
      }
    }
    for (String text : notContains) {
      if (all.contains(text)) {
        return Optional.of("printed \"" + text + "\"");
      }
    }
    return Optional.empty();
  }

  private static boolean isOk(Reading reading) {
    return reading.verdict().equals(new Verdict.Stated(Status.OK));
  }

  private static Reading stated(ComponentId component, Status status) {
    return Reading.of(component).verdict(new Verdict.Stated(status));
  }

  private static Reading withOutput(Reading reading, CommandOutput output, int linesToSkip) {
    Reading more = reading;
    List<String> lines = output.out().strip().lines().skip(linesToSkip).limit(LINES).toList();
    for (String line : lines) {
      more = line.isBlank() ? more : more.evidence("output", line);
    }
    for (String line : output.err().strip().lines().limit(LINES).toList()) {
      more = line.isBlank() ? more : more.evidence("error output", line);
    }
    return more;
  }

  private static final int LINES = 5;
}
