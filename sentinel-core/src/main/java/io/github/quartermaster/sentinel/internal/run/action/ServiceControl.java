package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.model.ActionContext;
import java.util.List;

/** A way to restart something. */
sealed interface ServiceControl permits Systemctl, InitScript, Tomcat {
  /** What would be done, such as {@code restart nginx.service by systemctl}. */
  String description();

  /**
   * Looks whether that can be done now.
   *
   * @return what there is to say about the present state, or why it cannot be done
   */
  Readiness readiness(ActionContext context) throws InterruptedException;

  /** What is run for it, one after the other. */
  List<Command> commands(ActionContext context);

  /**
   * Whether something can be restarted.
   *
   * @param possible whether it can
   * @param text the present state, or why it cannot be
   */
  record Readiness(boolean possible, String text) {
    static Readiness yes(String state) {
      return new Readiness(true, state);
    }

    static Readiness no(String reason) {
      return new Readiness(false, reason);
    }
  }
}
