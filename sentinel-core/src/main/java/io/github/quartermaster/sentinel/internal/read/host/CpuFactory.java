package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes the checks of type {@code cpu}. */
public final class CpuFactory implements HealthProviderFactory {
  static final String TYPE = "cpu";

  private static final String WARN = "warn";
  private static final String CRIT = "crit";
  private static final String LOAD_WARN = "load-warn";
  private static final String LOAD_CRIT = "load-crit";
  private static final String SAMPLE = "sample";

  private final HostMetrics host;

  /** Will measure a machine. */
  public CpuFactory(HostMetrics host) {
    this.host = host;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "How busy the processors are, and how many tasks wait for them";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.limit(
            WARN,
            Parameter.Type.UPPER_LIMIT,
            "%",
            "warning when more of all processors' time is used, the hypervisor's share included;"
                + " without it and crit a busy processor is only judged by the tasks that wait"),
        Parameter.limit(
            CRIT,
            Parameter.Type.UPPER_LIMIT,
            "%",
            "critical when more of all processors' time is used"),
        Parameter.limit(
                LOAD_WARN,
                Parameter.Type.UPPER_LIMIT,
                "",
                "warning when more tasks per core run or wait over a minute, while at least 80 % is"
                    + " used")
            .defaultsTo("4"),
        Parameter.limit(
            LOAD_CRIT,
            Parameter.Type.UPPER_LIMIT,
            "",
            "critical when more tasks per core run or wait over a minute, while at least 80 % is"
                + " used; without it and crit a busy machine is a warning at most"),
        Parameter.optional(SAMPLE, Parameter.Type.DURATION, "how long the use is measured")
            .defaultsTo("500ms"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    return new CpuProvider(
        check,
        host,
        Limits.of(settings, WARN, CRIT),
        Limits.of(settings, LOAD_WARN, LOAD_CRIT),
        Settings.required(SAMPLE, settings.duration(SAMPLE)));
  }
}
