package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.host.ThisHost;
import io.github.quartermaster.sentinel.model.ActionFactory;
import java.time.Clock;
import java.util.List;

/** The types of actions that Sentinel brings. */
public final class BuiltInActions {
  private BuiltInActions() {}

  /** All of them, for this machine. */
  public static List<ActionFactory> all() {
    Programs programs = Programs.ofThisMachine();
    return List.of(
        new ServiceRestartFactory(ServiceHost.ofThisMachine()),
        new DiskCleanFactory(new ThisHost(), Clock.systemUTC()),
        new ExecFactory(programs),
        new HttpCallFactory(),
        new NotifyFactory(programs));
  }
}
