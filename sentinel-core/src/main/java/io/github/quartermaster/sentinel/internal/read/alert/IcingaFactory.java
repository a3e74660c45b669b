package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes sources that ask an Icinga 2. */
final class IcingaFactory implements AlertSourceFactory {
  @Override
  public String type() {
    return "icinga2";
  }

  @Override
  public String description() {
    return "Asks an Icinga 2 for hosts and services in trouble; labels are `host` and `service`, the"
        + " latter empty for a host itself";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters =
        new ArrayList<>(MonitorAccess.parameters("https://localhost:5665"));
    parameters.add(ProblemFilter.hardParameter());
    parameters.add(ProblemFilter.downtimeParameter());
    parameters.add(ProblemFilter.acknowledgedParameter());
    return List.copyOf(parameters);
  }

  @Override
  public AlertSource create(Settings settings) {
    return new IcingaSource(MonitorAccess.of("Icinga", settings), ProblemFilter.of(settings));
  }
}
