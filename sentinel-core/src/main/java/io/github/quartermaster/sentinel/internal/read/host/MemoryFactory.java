package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes the checks of type {@code memory}. */
public final class MemoryFactory implements HealthProviderFactory {
  static final String TYPE = "memory";

  private final HostMetrics host;

  /** Will measure a machine. */
  public MemoryFactory(HostMetrics host) {
    this.host = host;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "How much memory programs can still get, within a container's limit if there is one";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.limit(
                "warn", Parameter.Type.UPPER_LIMIT, "%", "warning when more cannot be got any more")
            .defaultsTo("85"),
        Parameter.limit(
                "crit",
                Parameter.Type.UPPER_LIMIT,
                "%",
                "critical when more cannot be got any more")
            .defaultsTo("95"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    return new MemoryProvider(check, host, Limits.of(settings, "warn", "crit"));
  }
}
