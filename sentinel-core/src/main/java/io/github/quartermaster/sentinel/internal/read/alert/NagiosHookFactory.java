package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes hooks for the event handler of a Nagios or Icinga. */
final class NagiosHookFactory implements AlertHookFactory {
  @Override
  public String type() {
    return "nagios-hook";
  }

  @Override
  public String description() {
    return "Takes what an event handler of Nagios or Icinga sends by `sentinel-notify` to"
        + " `/hooks/<name of the source>` of the daemon; labels are `host` and `service`, the"
        + " latter empty for a host itself";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        ProblemFilter.hardParameter(),
        ForgetAfter.parameter(
            "1d", "an event handler is called when a state changes, and not again while it lasts"));
  }

  @Override
  public AlertHook create(Settings settings) {
    return new NagiosHook(ProblemFilter.of(settings), ForgetAfter.of(settings));
  }
}
