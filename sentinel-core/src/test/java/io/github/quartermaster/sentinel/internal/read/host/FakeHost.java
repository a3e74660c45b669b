package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.CpuTicks;
import io.github.quartermaster.sentinel.internal.host.Gateway;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.internal.host.Inodes;
import io.github.quartermaster.sentinel.internal.host.LinkState;
import io.github.quartermaster.sentinel.internal.host.ListeningPort;
import io.github.quartermaster.sentinel.internal.host.MemoryState;
import io.github.quartermaster.sentinel.internal.host.Mount;
import io.github.quartermaster.sentinel.internal.host.Neighbour;
import io.github.quartermaster.sentinel.internal.host.Space;
import io.github.quartermaster.sentinel.internal.host.Throttling;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A machine that says what a test wants; by default it tells nothing. */
final class FakeHost implements HostMetrics {
  /** Given one after the other; the last one for good. */
  final Deque<CpuTicks> ticks = new ArrayDeque<>();

  /** The same. */
  final Deque<Throttling> throttling = new ArrayDeque<>();

  final List<Mount> mounts = new ArrayList<>();
  final Map<Path, Space> spaces = new HashMap<>();
  final Map<Path, CountDownLatch> hanging = new ConcurrentHashMap<>();
  final Map<Path, Inodes> inodes = new HashMap<>();
  final List<HostProcess> processes = new ArrayList<>();
  final List<ListeningPort> ports = new ArrayList<>();
  final List<Gateway> gateways = new ArrayList<>();
  final Map<String, LinkState> links = new HashMap<>();
  final List<String> nameServers = new ArrayList<>();
  OptionalDouble load = OptionalDouble.empty();
  Optional<MemoryState> memory = Optional.empty();
  Neighbour neighbour = Neighbour.UNTOLD;
  boolean tellsProcesses = true;

  /** How often a file system was asked for its space. */
  final Map<Path, Integer> asked = new ConcurrentHashMap<>();

  @Override
  public Optional<CpuTicks> cpuTicks() {
    return Optional.ofNullable(ticks.size() > 1 ? ticks.poll() : ticks.peek());
  }

  @Override
  public Optional<Throttling> throttling() {
    return Optional.ofNullable(throttling.size() > 1 ? throttling.poll() : throttling.peek());
  }

  @Override
  public int processors() {
    return 2;
  }

  @Override
  public OptionalDouble load() {
    return load;
  }

  @Override
  public Optional<MemoryState> memory() {
    return memory;
  }

  @Override
  public List<Mount> mounts() {
    return List.copyOf(mounts);
  }

  @Override
  public Space space(Path path) throws IOException {
    asked.merge(path, 1, Integer::sum);
    CountDownLatch latch = hanging.get(path);
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    Space space = spaces.get(path);
    if (space == null) {
      throw new NoSuchFileException(path.toString());
    }
    return space;
  }

  @Override
  public Map<Path, Inodes> inodes(List<Path> paths, Duration timeout) {
    return inodes;
  }

  @Override
  public Optional<List<HostProcess>> processes() {
    return tellsProcesses ? Optional.of(List.copyOf(processes)) : Optional.empty();
  }

  @Override
  public Optional<List<ListeningPort>> listeningPorts() {
    return Optional.of(ports);
  }

  @Override
  public List<Gateway> gateways() {
    return gateways;
  }

  @Override
  public Optional<LinkState> link(String name) {
    return Optional.ofNullable(links.get(name));
  }

  @Override
  public Neighbour neighbour(InetAddress address) {
    return neighbour;
  }

  @Override
  public List<String> nameServers() {
    return nameServers;
  }
}
