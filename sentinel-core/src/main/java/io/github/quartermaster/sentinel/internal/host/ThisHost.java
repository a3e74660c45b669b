package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.GlobalMemory;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.NetworkParams;
import oshi.software.os.OSFileStore;
import oshi.software.os.OSProcess;
import oshi.spi.SystemInfoFactory;
import oshi.spi.SystemInfoProvider;

/**
 * The machine that this runs on. On Linux through OSHI's reading of {@code /proc} and {@code /sys},
 * which needs no native code, and our own where OSHI does not tell enough or could hang; on other
 * systems through whatever OSHI there is on the class path, such as oshi-core, and without one
 * through the little that the JDK knows.
 */
public final class ThisHost implements HostMetrics {
  private static final Path PROC = Path.of("/proc");
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final boolean LINUX =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

  private @Nullable SystemInfoProvider system;
  private boolean looked;

  /** Does not look at anything yet. */
  public ThisHost() {}

  private synchronized Optional<SystemInfoProvider> system() {
    if (!looked) {
      looked = true;
      system = find();
    }
    return Optional.ofNullable(system);
  }

  private static @Nullable SystemInfoProvider find() {
    try {
      return LINUX ? new oshi.nativefree.SystemInfo() : SystemInfoFactory.create();
    } catch (RuntimeException | LinkageError e) {
      // no OSHI for this system: then it cannot be measured, which is said where it is asked
      return null;
    }
  }

  private Optional<CentralProcessor> processor() {
    return system().map(found -> found.getHardware().getProcessor());
  }

  @Override
  public Optional<CpuTicks> cpuTicks() {
    if (LINUX) {
      return CpuTable.read(PROC.resolve("stat"));
    }
    return processor().map(cpu -> ticks(cpu.getSystemCpuLoadTicks()));
  }

  private static CpuTicks ticks(long[] ticks) {
    long waiting = ticks[TickType.IOWAIT.getIndex()];
    long stolen = ticks[TickType.STEAL.getIndex()];
    long idle = ticks[TickType.IDLE.getIndex()] + waiting;
    return new CpuTicks(Arrays.stream(ticks).sum() - idle - stolen, idle, waiting, stolen);
  }

  @Override
  public Optional<Throttling> throttling() {
    return LINUX ? Throttling.of(CGROUPS, PROC.resolve("self/cgroup")) : Optional.empty();
  }

  @Override
  public int processors() {
    return Math.max(
        1,
        processor()
            .map(CentralProcessor::getLogicalProcessorCount)
            .orElse(Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public OptionalDouble load() {
    double load = processor().map(cpu -> cpu.getSystemLoadAverage(1)[0]).orElse(-1.0);
    return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
  }

  @Override
  public Optional<MemoryState> memory() {
    Optional<MemoryState> machine =
        system().map(found -> state(found.getHardware().getMemory())).filter(m -> m.total() > 0);
    if (!LINUX) {
      return machine;
    }
    List<CgroupMemory> limits = CgroupMemory.limits(CGROUPS, PROC.resolve("self/cgroup"));
    return machine.map(
        memory -> {
          MemoryState tightest = memory;
          for (CgroupMemory group : limits) {
            tightest = tightest.within(group.limit(), group.used());
          }
          return tightest;
        });
  }

  private static MemoryState state(GlobalMemory memory) {
    return new MemoryState(
        memory.getTotal(),
        memory.getAvailable(),
        false,
        memory.getVirtualMemory().getSwapTotal(),
        memory.getVirtualMemory().getSwapUsed());
  }

  @Override
  public List<Mount> mounts() throws IOException {
    if (LINUX) {
      return MountTable.read(PROC.resolve("self/mountinfo"));
    }
    List<Mount> mounts = new ArrayList<>();
    for (OSFileStore store :
        system()
            .map(found -> found.getOperatingSystem().getFileSystem().getFileStores(true))
            .orElse(List.of())) {
      boolean readOnly = Arrays.asList(store.getOptions().split("[ ,]", -1)).contains("ro");
      mounts.add(
          new Mount(
              Path.of(store.getMount()),
              store.getType(),
              store.getVolume(),
              store.getVolume(),
              readOnly,
              readOnly));
    }
    return mounts;
  }

  @Override
  public Space space(Path path) throws IOException {
    FileStore store = Files.getFileStore(path);
    return new Space(store.getTotalSpace(), store.getUnallocatedSpace(), store.getUsableSpace());
  }

  @Override
  public Map<Path, Inodes> inodes(List<Path> paths, Duration timeout) throws InterruptedException {
    return LINUX ? InodeTable.ask(List.of("df", "-iP", "--"), paths, timeout) : Map.of();
  }

  @Override
  public Optional<List<HostProcess>> processes() {
    return system()
        .map(
            found ->
                found.getOperatingSystem().getProcesses().stream().map(ThisHost::process).toList());
  }

  private static HostProcess process(OSProcess process) {
    // OSHI leaves the NULs between arguments in
    return new HostProcess(
        process.getProcessID(),
        process.getName(),
        process.getCommandLine().replace('\0', ' ').strip(),
        process.getState() == OSProcess.State.ZOMBIE,
        process.getResidentMemory(),
        Duration.ofMillis(process.getKernelTime() + process.getUserTime()),
        Instant.ofEpochMilli(process.getStartTime()));
  }

  @Override
  public Optional<List<ListeningPort>> listeningPorts() {
    if (LINUX) {
      return Optional.of(new SocketTable(PROC).listening());
    }
    return system()
        .map(
            found ->
                found.getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                    .filter(ThisHost::listens)
                    .map(it -> new ListeningPort(it.getLocalPort(), it.getowningProcessId()))
                    .toList());
  }

  private static boolean listens(IPConnection connection) {
    return connection.getType().startsWith("tcp") && connection.getState() == TcpState.LISTEN;
  }

  @Override
  public List<Gateway> gateways() {
    if (LINUX) {
      return RouteTable.gateways(PROC.resolve("net/route"), PROC.resolve("net/ipv6_route"));
    }
    return network()
        .map(
            params ->
                Arrays.asList(params.getIpv4DefaultGateway(), params.getIpv6DefaultGateway())
                    .stream()
                    .flatMap(text -> address(text).stream())
                    .map(address -> new Gateway(address, ""))
                    .toList())
        .orElse(List.of());
  }

  // only ever an address, so no name is looked up
  private static Optional<InetAddress> address(String text) {
    if (!text.matches("[0-9a-fA-F.:%]+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private Optional<NetworkParams> network() {
    return system().map(found -> found.getOperatingSystem().getNetworkParams());
  }

  @Override
  public Optional<LinkState> link(String name) {
    return LinkTable.of(name, Path.of("/sys/class/net"));
  }

  @Override
  public Neighbour neighbour(InetAddress address) {
    return NeighbourTable.of(address, PROC.resolve("net/arp"));
  }

  @Override
  public List<String> nameServers() {
    return network().map(params -> List.of(params.getDnsServers())).orElse(List.of());
  }
}
