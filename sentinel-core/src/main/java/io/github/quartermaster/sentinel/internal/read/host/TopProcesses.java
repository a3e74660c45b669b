package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.model.Reading;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Names those who use the most: the evidence for a full memory and a busy processor. Command lines
 * are left out, since they may hold passwords.
 */
final class TopProcesses {
  private static final int HOW_MANY = 3;

  private final HostMetrics host;

  TopProcesses(HostMetrics host) {
    this.host = host;
  }

  /** Adds the processes with the most memory. */
  Reading byMemory(Reading reading) {
    List<HostProcess> top = top(host.processes().orElse(List.of()), HostProcess::residentBytes);
    Reading more = reading;
    for (HostProcess process : top) {
      more = more.evidence("top memory", named(process) + Amount.bytes(process.residentBytes()));
    }
    return more;
  }

  /** Adds the processes that use most of the processor during a while. */
  Reading byCpu(Reading reading, Duration during) throws InterruptedException {
    Map<Long, HostProcess> before =
        host.processes().orElse(List.of()).stream()
            .collect(Collectors.toMap(HostProcess::pid, process -> process, (a, b) -> a));
    long start = System.nanoTime();
    Thread.sleep(during.toMillis());
    List<HostProcess> after = host.processes().orElse(List.of());
    double nanos = Math.max(1, System.nanoTime() - start);
    ToDoubleFunction<HostProcess> share = now -> 100 * used(before, now).toNanos() / nanos;
    Reading more = reading;
    for (HostProcess process : top(after, share)) {
      String percent = Amount.number(share.applyAsDouble(process));
      more = more.evidence("top cpu", named(process) + percent + " % of a core");
    }
    return more;
  }

  // one that has started meanwhile has spent all its time meanwhile
  private static Duration used(Map<Long, HostProcess> before, HostProcess now) {
    HostProcess then = before.get(now.pid());
    return then != null && then.startedAt().equals(now.startedAt())
        ? now.cpuTime().minus(then.cpuTime())
        : now.cpuTime();
  }

  private static List<HostProcess> top(List<HostProcess> all, ToDoubleFunction<HostProcess> by) {
    return all.stream()
        .filter(process -> by.applyAsDouble(process) > 0)
        .sorted(Comparator.comparingDouble(by).reversed().thenComparing(HostProcess::pid))
        .limit(HOW_MANY)
        .toList();
  }

  private static String named(HostProcess process) {
    return process.name() + " (pid " + process.pid() + ") ";
  }
}
