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

/**
 * How much memory can still be got without swapping: what the kernel calls available, not what is
 * free, since the cache of files fills all that is free. In a container its limit counts where that
 * is tighter than the machine.
 */
final class MemoryProvider implements HealthProvider {
  private final ComponentId id;
  private final String check;
  private final HostMetrics host;
  private final Limits limits;

  MemoryProvider(String check, HostMetrics host, Limits limits) {
    this.id = new ComponentId(check);
    this.check = check;
    this.host = host;
    this.limits = limits;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(Component.of(id, check, MemoryFactory.TYPE, Blame.OWN));
  }

  @Override
  public List<Reading> probe(ProbeContext context) {
    return List.of(
        host.memory()
            .map(this::reading)
            .orElseGet(() -> Reading.notChecked(id, "this system does not tell its memory")));
  }

  private Reading reading(MemoryState memory) {
    double percent = Amount.rounded(memory.usedPercent());
    String of = memory.limited() ? " of the container's limit of " : " of ";
    Reading reading =
        Reading.of(id)
            .message(
                Amount.number(percent)
                    + " % used"
                    + limits.text()
                    + ", "
                    + Amount.bytes(memory.available())
                    + of
                    + Amount.bytes(memory.total())
                    + " available")
            .metric(limits.on(Metric.of("used", percent, "%").bounds(0, 100)))
            .metric(
                Metric.of("available", (double) memory.available(), "B")
                    .bounds(0, (double) memory.total()));
    return memory.swapTotal() == 0
        ? reading
        : reading.metric(
            Metric.of("swap used", Amount.rounded(memory.swapUsedPercent()), "%").bounds(0, 100));
  }

  @Override
  public List<Reading> examine(ComponentId component, ProbeContext context) {
    return List.of(new TopProcesses(host).byMemory(Reading.of(component)));
  }
}
