package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes the checks of type {@code swap}. */
public final class SwapFactory implements HealthProviderFactory {
  static final String TYPE = "swap";

  private final HostMetrics host;

  /** Will measure a machine. */
  public SwapFactory(HostMetrics host) {
    this.host = host;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "How full the swap is, where there is one";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.limit("warn", Parameter.Type.UPPER_LIMIT, "%", "warning when more is used")
            .defaultsTo("80"),
        Parameter.limit("crit", Parameter.Type.UPPER_LIMIT, "%", "critical when more is used")
            .defaultsTo("95"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    return new SwapProvider(check, host, Limits.of(settings, "warn", "crit"));
  }
}
