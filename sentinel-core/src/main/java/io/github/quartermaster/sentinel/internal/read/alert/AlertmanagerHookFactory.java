package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes hooks for the webhook of an Alertmanager. */
final class AlertmanagerHookFactory implements AlertHookFactory {
  @Override
  public String type() {
    return "alertmanager-webhook";
  }

  @Override
  public String description() {
    return "Takes what an Alertmanager sends by its `webhook_configs` to"
        + " `/hooks/<name of the source>` of the daemon; labels are those of the alert";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Severities.parameter(),
        // repeat_interval is 4 h where nothing is set, and group_interval comes on top
        ForgetAfter.parameter("5h", "longer than the `repeat_interval` of Alertmanager"));
  }

  @Override
  public AlertHook create(Settings settings) {
    return new AlertmanagerHook(Severities.of(settings), ForgetAfter.of(settings));
  }
}
