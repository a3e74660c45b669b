package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.GuardedText.StoppedException;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.internal.host.ListeningPort;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency.Origin;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a program runs, as often as it should. One that has ended and whose parent has not
 * noticed (a zombie) does not run, though the JDK says that it is alive.
 */
final class ProcessProvider implements HealthProvider {
  private static final Duration SAMPLE = Duration.ofMillis(500);

  /** The kernel's and the file system's clocks agree to a second or two. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  private static final double SOFT = 0.5;

  private final ComponentId id;
  private final String check;
  private final HostMetrics host;
  private final ProcessRule rule;

  ProcessProvider(String check, HostMetrics host, ProcessRule rule) {
    this.id = new ComponentId(check);
    this.check = check;
    this.host = host;
    this.rule = rule;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    Component component =
        Component.of(id, check, ProcessFactory.TYPE, Blame.INHERITABLE)
            .requiring(new Requirement(Requirement.TAG_PREFIX + "cpu", SOFT, Origin.BUILT_IN))
            .requiring(new Requirement(Requirement.TAG_PREFIX + "memory", SOFT, Origin.BUILT_IN));
    return List.of(rule.port().map(port -> component.providing("port:" + port)).orElse(component));
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws IOException, InterruptedException {
    Optional<List<HostProcess>> all = host.processes();
    if (all.isEmpty()) {
      return List.of(Reading.unknown(id, "this system does not tell its processes"));
    }
    Predicate<HostProcess> meant = process -> rule.match().fits(process, stop(context));
    Path pidFile = rule.pidFile();
    if (pidFile != null) {
      PidFile file;
      try {
        file = PidFile.read(pidFile);
      } catch (NoSuchFileException e) {
        return List.of(Reading.down(id, "does not run: there is no " + pidFile));
      }
      Predicate<HostProcess> named = process -> process.pid() == file.pid();
      Optional<HostProcess> stranger =
          all.get().stream().filter(named.and(process -> isStranger(file, process))).findFirst();
      if (stranger.isPresent()) {
        return List.of(new ProcessJudge(id, rule).stranger(stranger.get(), pidFile));
      }
      meant = meant.and(named);
    }
    try {
      return List.of(reading(all.get(), meant, context));
    } catch (StoppedException | StackOverflowError e) {
      return List.of(
          Reading.unknown(id, "the pattern of the command takes too long; make it simpler"));
    }
  }

  private static java.util.function.BooleanSupplier stop(ProbeContext context) {
    return () -> context.deadline().isOver() || Thread.currentThread().isInterrupted();
  }

  /**
   * A number is given to another process one day; that one has begun after the file was written.
   * Where a name or command tells them apart, those do, whatever the clock was set to meanwhile.
   */
  private boolean isStranger(PidFile file, HostProcess process) {
    return rule.match().name() == null
        && rule.match().command() == null
        && process.startedAt().isAfter(file.writtenAt().plus(CLOCKS));
  }

  private Reading reading(List<HostProcess> all, Predicate<HostProcess> meant, ProbeContext context)
      throws InterruptedException {
    Optional<List<ListeningPort>> ports = host.listeningPorts();
    // its command line may hold what is looked for
    long self = ProcessHandle.current().pid();
    boolean selfCounts = rule.self() || rule.pidFile() != null;
    List<HostProcess> found =
        rule.onlyPort()
            ? List.of()
            : all.stream().filter(it -> selfCounts || it.pid() != self).filter(meant).toList();
    ProcessJudge judge = new ProcessJudge(id, rule);
    if (rule.port().isPresent()) {
      if (ports.isEmpty()) {
        return Reading.unknown(id, "this system does not tell who listens on a port");
      }
      List<ListeningPort> onPort =
          ports.get().stream().filter(it -> it.port() == rule.port().get()).toList();
      if (onPort.isEmpty()) {
        return judge.nobodyListens(running(found));
      }
      Set<Long> owners = onPort.stream().map(ListeningPort::pid).collect(Collectors.toSet());
      if (rule.onlyPort()) {
        found = all.stream().filter(it -> owners.contains(it.pid())).toList();
      } else if (!owners.contains(0L)) {
        found = found.stream().filter(it -> it.zombie() || owners.contains(it.pid())).toList();
      }
      if (rule.onlyPort() && found.isEmpty()) {
        return judge.somebodyListens();
      }
    }
    Reading reading =
        judge.judge(running(found), found.size() - running(found).size(), ports.orElse(List.of()));
    return rule.cpu().any() && !running(found).isEmpty()
        ? judge.withCpu(reading, running(found), later(context))
        : reading;
  }

  private static List<HostProcess> running(List<HostProcess> found) {
    return found.stream().filter(process -> !process.zombie()).toList();
  }

  private ProcessJudge.Later later(ProbeContext context) throws InterruptedException {
    long start = System.nanoTime();
    Thread.sleep(Math.min(SAMPLE.toMillis(), context.deadline().remainingMillis() / 3));
    List<HostProcess> now = host.processes().orElse(List.of());
    return new ProcessJudge.Later(now, Duration.ofNanos(System.nanoTime() - start));
  }

  @Override
  public List<Reading> examine(ComponentId component, ProbeContext context)
      throws InterruptedException {
    TopProcesses top = new TopProcesses(host);
    long during = Math.min(SAMPLE.toMillis(), context.deadline().remainingMillis() / 4);
    return List.of(top.byCpu(top.byMemory(Reading.of(component)), Duration.ofMillis(during)));
  }
}
