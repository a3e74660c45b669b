package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes outputs that tell an Icinga 2. */
final class IcingaResultFactory implements ResultOutputFactory {
  private static final String VALID_FOR = "valid-for";

  @Override
  public String type() {
    return "icinga2";
  }

  @Override
  public String description() {
    return "Tells the verdict to an Icinga 2 by its API, as the result of a passive service";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(NagiosService.parameters());
    parameters.addAll(MonitorConnection.parameters("https://localhost:5665"));
    parameters.add(
        Parameter.optional(
                VALID_FOR,
                Parameter.Type.DURATION,
                "How long the result holds: Icinga runs the check of the service itself when no"
                    + " other has come by then, which says that Sentinel is silent (`ttl`)")
            .defaultsTo("5m"));
    return List.copyOf(parameters);
  }

  @Override
  public ResultOutput create(Settings settings) {
    Duration validFor = Settings.required(VALID_FOR, settings.duration(VALID_FOR));
    if (validFor.toSeconds() < 1) {
      throw new IllegalArgumentException("valid-for is a second at least");
    }
    return new IcingaResult(
        MonitorConnection.of("Icinga", settings), NagiosService.of(settings), validFor);
  }
}
