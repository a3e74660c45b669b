package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a program. */
final class Exec implements Action {
  private final ProgramCall call;
  private final List<String> words;
  private final List<String> onlyIf;
  private final long[] success;
  private final CommandRunner runner = new CommandRunner();

  Exec(ProgramCall call, List<String> words, List<String> onlyIf, List<Long> success) {
    this.call = call;
    this.words = words;
    this.onlyIf = onlyIf;
    this.success = success.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public ActionPreview preview(ActionContext context) throws InterruptedException {
    Optional<Path> file = call.find(words.get(0));
    if (file.isEmpty()) {
      return new ActionPreview("would run " + words.get(0), missing(words));
    }
    String what = "would run " + ProgramCall.describe(file.get(), words);
    Optional<String> objection = objection(context);
    return objection.isPresent()
        ? new ActionPreview(what, objection.get())
        : ActionPreview.of(what);
  }

  private Optional<String> objection(ActionContext context) throws InterruptedException {
    if (onlyIf.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> file = call.find(onlyIf.get(0));
    if (file.isEmpty()) {
      return Optional.of(missing(onlyIf));
    }
    CommandResult result =
        runner.run(
            call.command(file.get(), onlyIf, context.facts()), RunTime.of(context.deadline()));
    return CommandEnd.isFine(result, 0)
        ? Optional.empty()
        : Optional.of(file.get() + " is not for it: it " + CommandEnd.text(result));
  }

  @Override
  public ActionOutcome run(ActionContext context) throws InterruptedException {
    Optional<Path> file = call.find(words.get(0));
    if (file.isEmpty()) {
      return new ActionOutcome.Failed(missing(words));
    }
    CommandResult result =
        runner.run(
            call.command(file.get(), words, context.facts()), RunTime.of(context.deadline()));
    String text = file.get() + " " + CommandEnd.text(result);
    return CommandEnd.isFine(result, success)
        ? new ActionOutcome.Done(text)
        : new ActionOutcome.Failed(text);
  }

  private static String missing(List<String> words) {
    return words.get(0) + " is not there, or not executable for this user";
  }
}
