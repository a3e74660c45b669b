package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes sources that ask a Prometheus for the alerts of its rules. */
final class PrometheusAlertsFactory implements AlertSourceFactory {
  @Override
  public String type() {
    return "prometheus-alerts";
  }

  @Override
  public String description() {
    return "Asks a Prometheus for the alerts of its rules that fire; labels are those of the alert";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(MonitorAccess.parameters("http://localhost:9090"));
    parameters.add(Severities.parameter());
    return List.copyOf(parameters);
  }

  @Override
  public AlertSource create(Settings settings) {
    return new PrometheusAlertsSource(
        MonitorAccess.of("Prometheus", settings), Severities.of(settings));
  }
}
