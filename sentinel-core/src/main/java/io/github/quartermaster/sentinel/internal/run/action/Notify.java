package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells somebody, in all ways that are set; one that fails does not hinder the others. */
final class Notify implements Action {
  private final String who;
  private final List<Teller> tellers;

  Notify(String who, List<Teller> tellers) {
    this.who = who;
    this.tellers = List.copyOf(tellers);
  }

  @Override
  public ActionPreview preview(ActionContext context) {
    String what =
        "would tell "
            + who
            + " by "
            + tellers.stream().map(Teller::description).collect(Collectors.joining(" and by "));
    List<String> objections =
        tellers.stream().map(Teller::objection).flatMap(Optional::stream).toList();
    // as long as there is one way somebody hears of it
    return objections.size() == tellers.size()
        ? new ActionPreview(what, String.join("; ", objections))
        : ActionPreview.of(what);
  }

  @Override
  public ActionOutcome run(ActionContext context) throws InterruptedException {
    Notice notice = Notice.of(context);
    List<String> told = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < tellers.size(); i++) {
      Teller teller = tellers.get(i);
      // one that hangs leaves time for those after it
      Deadline deadline =
          context
              .deadline()
              .orIn(context.deadline().remaining().dividedBy(tellers.size() - (long) i));
      Optional<String> failure = tell(teller, notice, deadline);
      failure.ifPresentOrElse(failures::add, () -> told.add(teller.description()));
    }
    String text =
        (told.isEmpty() ? "" : "told " + who + " by " + String.join(" and by ", told))
            + (told.isEmpty() || failures.isEmpty() ? "" : "; ")
            + (failures.isEmpty()
                ? ""
                : "could not tell " + who + ": " + String.join("; ", failures));
    return failures.isEmpty() ? new ActionOutcome.Done(text) : new ActionOutcome.Failed(text);
  }

  private static Optional<String> tell(Teller teller, Notice notice, Deadline deadline)
      throws InterruptedException {
    try {
      return teller.tell(notice, deadline);
    } catch (IOException e) {
      return Optional.of(
          teller.description()
              + ": "
              + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }
}
