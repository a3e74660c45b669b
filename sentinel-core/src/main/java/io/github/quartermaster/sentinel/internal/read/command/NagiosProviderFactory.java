package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes checks out of the plugins of Nagios, Icinga and their kin. */
public final class NagiosProviderFactory implements HealthProviderFactory {
  private static final String BROKEN = "broken";
  private static final String CRITICAL = "critical";

  /** For {@link java.util.ServiceLoader}. */
  public NagiosProviderFactory() {}

  @Override
  public String type() {
    return "nagios";
  }

  @Override
  public String description() {
    return "Runs a plugin of Nagios: its exit code is the state, its performance data the metrics";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(CommandSettings.parameters());
    parameters.add(
        Parameter.choice(
                BROKEN,
                List.of("unknown", CRITICAL),
                "What it means when the plugin does not work: not there, killed by a signal, an"
                    + " exit code above 3, no end in time; Nagios itself takes most of these for"
                    + " critical")
            .defaultsTo("unknown"));
    return List.copyOf(parameters);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    boolean brokenIsCritical = settings.text(BROKEN).filter(CRITICAL::equals).isPresent();
    return new CommandProvider(check, type(), settings, new PluginJudgement(brokenIsCritical));
  }
}
