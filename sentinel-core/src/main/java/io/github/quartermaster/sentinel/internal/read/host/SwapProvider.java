package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.MemoryState;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.util.List;

/** How full the swap is; a machine without one is fine. */
final class SwapProvider implements HealthProvider {
  private final ComponentId id;
  private final String check;
  private final HostMetrics host;
  private final Limits limits;

  SwapProvider(String check, HostMetrics host, Limits limits) {
    this.id = new ComponentId(check);
    this.check = check;
    this.host = host;
    this.limits = limits;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(Component.of(id, check, SwapFactory.TYPE, Blame.OWN));
  }

  @Override
  public List<Reading> probe(ProbeContext context) {
    return List.of(
        host.memory()
            .map(this::reading)
            .orElseGet(() -> Reading.notChecked(id, "this system does not tell its swap")));
  }

  private Reading reading(MemoryState memory) {
    if (memory.swapTotal() == 0) {
      return Reading.notChecked(id, "there is no swap");
    }
    double percent = Amount.rounded(memory.swapUsedPercent());
    return Reading.of(id)
        .message(
            Amount.number(percent)
                + " % used"
                + limits.text()
                + " of "
                + Amount.bytes(memory.swapTotal()))
        .metric(limits.on(Metric.of("used", percent, "%").bounds(0, 100)));
  }
}
