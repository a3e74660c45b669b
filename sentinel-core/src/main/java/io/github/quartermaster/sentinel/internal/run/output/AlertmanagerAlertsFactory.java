package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes outputs that tell an Alertmanager. */
final class AlertmanagerAlertsFactory implements ResultOutputFactory {
  private static final String LABELS = "labels";
  private static final String VALID_FOR = "valid-for";
  // the data model of Prometheus
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  @Override
  public String type() {
    return "alertmanager";
  }

  @Override
  public String description() {
    return "Tells an Alertmanager one alert for each probable cause that no other one accounts for:"
        + " `SentinelCause` with the labels `cause`, `host` and `severity`";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters =
        new ArrayList<>(MonitorConnection.parameters("http://localhost:9093"));
    parameters.add(
        Parameter.optional(
            LABELS, Parameter.Type.MAP, "Further labels of every alert, such as the team"));
    parameters.add(
        Parameter.optional(
                VALID_FOR,
                Parameter.Type.DURATION,
                "How long an alert holds where nothing more is heard of Sentinel; longer than a few"
                    + " rounds")
            .defaultsTo("5m"));
    return List.copyOf(parameters);
  }

  @Override
  public ResultOutput create(Settings settings) {
    Map<String, String> labels = settings.map(LABELS);
    Set<String> ours = AlertmanagerAlerts.OWN_LABELS;
    for (String name : labels.keySet()) {
      if (!LABEL.matcher(name).matches() || ours.contains(name)) {
        throw new IllegalArgumentException(
            "labels are letters, digits and underscores, and none of "
                + String.join(", ", ours.stream().sorted().toList()));
      }
    }
    Duration validFor = Settings.required(VALID_FOR, settings.duration(VALID_FOR));
    if (validFor.toSeconds() < 1) {
      throw new IllegalArgumentException("valid-for is a second at least");
    }
    return new AlertmanagerAlerts(MonitorConnection.of("Alertmanager", settings), labels, validFor);
  }
}
