package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import java.util.Optional;
import java.util.function.Supplier;

/** Restarts something by whatever restarts it here, which is found out each time. */
final class ServiceRestart implements Action {
  private final String name;
  private final Supplier<Optional<ServiceControl>> controls;
  private final CommandRunner runner = new CommandRunner();

  /**
   * Of one service.
   *
   * @param name for messages
   * @param controls finds what restarts it
   */
  ServiceRestart(String name, Supplier<Optional<ServiceControl>> controls) {
    this.name = name;
    this.controls = controls;
  }

  @Override
  public ActionPreview preview(ActionContext context) throws InterruptedException {
    Optional<ServiceControl> control = controls.get();
    if (control.isEmpty()) {
      return new ActionPreview("would restart " + name, nothing());
    }
    String what = "would " + control.get().description();
    ServiceControl.Readiness readiness = control.get().readiness(context);
    if (!readiness.possible()) {
      return new ActionPreview(what, readiness.text());
    }
    return ActionPreview.of(
        what + (readiness.text().isEmpty() ? "" : " (now " + readiness.text() + ")"));
  }

  @Override
  public ActionOutcome run(ActionContext context) throws InterruptedException {
    Optional<ServiceControl> control = controls.get();
    if (control.isEmpty()) {
      return new ActionOutcome.Failed(nothing());
    }
    ServiceControl.Readiness readiness = control.get().readiness(context);
    if (!readiness.possible()) {
      return new ActionOutcome.Failed("not restarted: " + readiness.text());
    }
    for (Command command : control.get().commands(context)) {
      CommandResult result = runner.run(command, RunTime.of(context.deadline()));
      if (!CommandEnd.isFine(result, 0)) {
        return new ActionOutcome.Failed(
            "tried to " + control.get().description() + "; it " + CommandEnd.text(result));
      }
    }
    return new ActionOutcome.Done(control.get().description() + ": done");
  }

  private String nothing() {
    return "neither systemd nor a start script of " + name + " is here";
  }
}
