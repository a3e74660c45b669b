package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.NetworkCalls;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes the checks of type {@code network}. */
public final class NetworkFactory implements HealthProviderFactory {
  static final String TYPE = "network";

  private final HostMetrics host;
  private final NetworkCalls calls;

  /** Will look at a machine's network. */
  public NetworkFactory(HostMetrics host, NetworkCalls calls) {
    this.host = host;
    this.calls = calls;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "Loopback, interface and gateway of the default route, and where named an address outside"
        + " and a name to look up";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            "outside",
            Parameter.Type.TEXT,
            "an address with a port beyond the gateway, such as 192.0.2.7:443; a refusal counts as"
                + " an answer"),
        Parameter.optional(
            "resolve", Parameter.Type.TEXT, "a name that the name servers have to know"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    NetworkTargets targets =
        NetworkTargets.of(
            settings.text("outside").orElse(null), settings.text("resolve").orElse(null));
    return new NetworkProvider(check, host, calls, targets);
  }
}
