package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes sources that ask an Alertmanager. */
final class AlertmanagerFactory implements AlertSourceFactory {
  private static final String FILTER = "filter";

  @Override
  public String type() {
    return "alertmanager";
  }

  @Override
  public String description() {
    return "Asks an Alertmanager for its alerts, without those that are silenced or inhibited;"
        + " labels are those of the alert";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(MonitorAccess.parameters("http://localhost:9093"));
    parameters.add(Severities.parameter());
    parameters.add(
        Parameter.optional(
            FILTER,
            Parameter.Type.TEXTS,
            "Matchers that alerts must meet, such as `team=\"shop\"`, where it has many"));
    return List.copyOf(parameters);
  }

  @Override
  public AlertSource create(Settings settings) {
    return new AlertmanagerSource(
        MonitorAccess.of("Alertmanager", settings),
        settings.texts(FILTER),
        Severities.of(settings));
  }
}
