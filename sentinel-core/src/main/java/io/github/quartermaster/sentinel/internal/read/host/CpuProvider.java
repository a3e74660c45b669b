package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.CpuTicks;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.Throttling;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How busy the processors are, and how many wait for them.
 *
 * <p>A processor that is fully used is not sick: a build uses all there is, and half a second of a
 * hundred per cent says nothing. Sick is a machine on which work waits. So, unless limits on the
 * use are set, it is judged by the tasks per core, and by those only while the processors are busy,
 * since the load of Linux also counts tasks that wait for a disk. With more than four per core
 * everything takes more than four times as long; that lets through builds with one or two threads
 * per core beside another one. And a machine that is merely slow stops nothing: unless a critical
 * limit is set, it is a warning at most.
 */
final class CpuProvider implements HealthProvider {
  /** From here on a long queue is the processors' own trouble, in per cent of all their time. */
  private static final double BUSY = 80;

  /** A warning where nothing tells how many wait, in per cent. */
  private static final Range USED_WITHOUT_LOAD = Range.atMost(95);

  private static final Duration CLOSER_LOOK = Duration.ofMillis(500);

  private final ComponentId id;
  private final String check;
  private final HostMetrics host;
  private final Limits used;
  private final Limits load;
  private final Duration sample;

  CpuProvider(String check, HostMetrics host, Limits used, Limits load, Duration sample) {
    this.id = new ComponentId(check);
    this.check = check;
    this.host = host;
    this.used = used;
    this.load = load;
    this.sample = sample;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(Component.of(id, check, CpuFactory.TYPE, Blame.OWN));
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    Optional<CpuTicks> before = host.cpuTicks();
    if (before.isEmpty()) {
      return List.of(Reading.notChecked(id, "this system does not tell how busy it is"));
    }
    Optional<Throttling> earlier = host.throttling();
    Thread.sleep(Math.min(sample.toMillis(), context.deadline().remainingMillis() / 2));
    CpuTicks spent = host.cpuTicks().orElseThrow().since(before.get());
    return List.of(
        spent.total() == 0
            ? Reading.unknown(id, "the processors' clock stood still")
            : throttled(reading(spent, host.load(), host.processors()), earlier));
  }

  /**
   * The limit of a container is no sickness of the machine, and a build uses it up as it does a
   * whole machine; but who wonders why things are slow wants to know.
   */
  private Reading throttled(Reading reading, Optional<Throttling> earlier) {
    return earlier
        .flatMap(then -> host.throttling().map(now -> now.since(then)))
        .filter(during -> during.throttled() > 0)
        .map(
            during ->
                reading.evidence(
                    "stopped by the container's limit",
                    during.throttled() + " of " + during.periods() + " periods"))
        .orElse(reading);
  }

  private Reading reading(CpuTicks spent, OptionalDouble tasks, int cores) {
    double percent = Amount.rounded(spent.percent(spent.busy() + spent.stolen()));
    Limits limits = used.any() || tasks.isPresent() ? used : new Limits(USED_WITHOUT_LOAD, null);
    Reading reading =
        Reading.of(id)
            .metric(limits.on(Metric.of("used", percent, "%").bounds(0, 100)))
            .message(Amount.number(percent) + " % used" + limits.text());
    if (tasks.isPresent()) {
      double perCore = Math.round(100 * tasks.getAsDouble() / cores) / 100.0;
      Limits queue = percent >= BUSY ? load : Limits.NONE;
      reading =
          reading
              .metric(queue.on(Metric.of("load per core", perCore, "")))
              .message(
                  reading.message()
                      + ", "
                      + Amount.number(perCore)
                      + " tasks per core"
                      + queue.text());
    }
    if (warns(reading) && used.critical() == null && load.critical() == null) {
      reading = reading.verdict(new Verdict.Stated(Status.WARNING));
    }
    return withEvidence(reading.evidence("cores", Integer.toString(cores)), spent);
  }

  private static boolean warns(Reading reading) {
    return reading.metrics().stream()
        .anyMatch(it -> new Limits(it.warning(), null).alertOn(it.value()));
  }

  private static Reading withEvidence(Reading reading, CpuTicks spent) {
    Reading more = reading;
    if (spent.waitingForDisk() > 0) {
      String percent = Amount.number(spent.percent(spent.waitingForDisk()));
      more = more.evidence("waiting for disks", percent + " % of the time (iowait)");
    }
    if (spent.stolen() > 0) {
      String percent = Amount.number(spent.percent(spent.stolen()));
      more = more.evidence("taken by other machines", percent + " % of the time (steal)");
    }
    return more;
  }

  @Override
  public List<Reading> examine(ComponentId component, ProbeContext context)
      throws InterruptedException {
    Duration during = Duration.ofMillis(context.deadline().remainingMillis() / 4);
    return List.of(
        new TopProcesses(host)
            .byCpu(
                Reading.of(component), during.compareTo(CLOSER_LOOK) < 0 ? during : CLOSER_LOOK));
  }
}
