package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.internal.host.ListeningPort;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the processes that were found mean.
 *
 * @param id the component
 * @param rule what is asked of it
 */
record ProcessJudge(ComponentId id, ProcessRule rule) {
  private static final int SHOWN = 10;

  /**
   * All processes a while later.
   *
   * @param processes all
   * @param passed how much later
   */
  record Later(List<HostProcess> processes, Duration passed) {}

  /** The file's number belongs to another process now. */
  Reading stranger(HostProcess process, Path pidFile) {
    return Reading.down(
        id,
        "does not run: "
            + pidFile
            + " names "
            + process.name()
            + " "
            + process.pid()
            + ", which began after the file was written, so it is another one");
  }

  /** Nobody listens on the port. */
  Reading nobodyListens(List<HostProcess> running) {
    String port = "nobody listens on port " + rule.port().orElse(0);
    return running.isEmpty()
        ? Reading.down(id, "does not run: " + port)
        : Reading.down(id, "runs (" + pids(running) + "), but " + port)
            .metric(Metric.of("count", running.size(), ""));
  }

  /** Somebody whom this process may not see listens on the port. */
  Reading somebodyListens() {
    return Reading.of(id)
        .message("somebody listens on port " + rule.port().orElse(0))
        .evidence("process", "not ours to see");
  }

  /** So many run, so many are zombies. */
  Reading judge(List<HostProcess> running, int zombies, List<ListeningPort> ports) {
    int count = running.size();
    Range range =
        new Range(
            rule.min(),
            rule.max() == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : rule.max(),
            false);
    String dead = zombies == 0 ? "" : ", and " + zombies + " ended without being buried (zombie)";
    Metric metric = Metric.of("count", count, "").thresholds(null, range);
    if (count == 0 && rule.min() > 0) {
      return Reading.down(id, "does not run" + dead).metric(metric);
    }
    String times = count == 1 ? "1 process" : count + " processes";
    String limits = range.alertsOn(count) ? " (" + wanted() + ")" : "";
    Reading reading = Reading.of(id).metric(metric).message(times + limits + dead);
    return count == 0 ? reading : withDetails(withMemory(reading, running), running, ports);
  }

  private String wanted() {
    return rule.max() == Long.MAX_VALUE
        ? "at least " + rule.min() + " wanted"
        : rule.min() + " to " + rule.max() + " wanted";
  }

  private Reading withMemory(Reading reading, List<HostProcess> running) {
    long bytes = running.stream().mapToLong(HostProcess::residentBytes).sum();
    Metric metric = rule.memory().on(Metric.of("memory", (double) bytes, "B"));
    String text =
        rule.memory().any()
            ? ", "
                + Amount.bytes(bytes)
                + " of memory"
                + rule.memory().text(limit -> Amount.bytes((long) limit))
            : "";
    return reading.metric(metric).message(reading.message() + text);
  }

  private static Reading withDetails(
      Reading reading, List<HostProcess> running, List<ListeningPort> ports) {
    Set<Long> pids = running.stream().map(HostProcess::pid).collect(Collectors.toSet());
    String listens =
        ports.stream()
            .filter(port -> pids.contains(port.pid()))
            .map(ListeningPort::port)
            .distinct()
            .sorted()
            .limit(SHOWN)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    Reading more = reading.evidence("processes", pids(running));
    return listens.isEmpty() ? more : more.evidence("listens on", listens);
  }

  /** The same with the processor time that they used meanwhile. */
  Reading withCpu(Reading reading, List<HostProcess> running, Later later) {
    Map<Long, HostProcess> now =
        later.processes().stream()
            .collect(Collectors.toMap(HostProcess::pid, process -> process, (a, b) -> a));
    double nanos =
        running.stream()
            .filter(then -> now.containsKey(then.pid()))
            .mapToDouble(
                then -> {
                  HostProcess process = now.getOrDefault(then.pid(), then);
                  return process.cpuTime().minus(then.cpuTime()).toNanos();
                })
            .sum();
    double percent = Amount.rounded(100 * nanos / Math.max(1, later.passed().toNanos()));
    return reading
        .metric(rule.cpu().on(Metric.of("cpu", percent, "%")))
        .message(
            reading.message() + ", " + Amount.number(percent) + " % of a core" + rule.cpu().text());
  }

  private static String pids(List<HostProcess> processes) {
    String shown =
        processes.stream()
            .limit(SHOWN)
            .map(process -> process.name() + " " + process.pid())
            .collect(Collectors.joining(", "));
    return processes.size() > SHOWN ? shown + ", ..." : shown;
  }
}
