package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.NetworkCalls;
import io.github.quartermaster.sentinel.internal.host.SocketCalls;
import io.github.quartermaster.sentinel.internal.host.ThisHost;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.util.List;
import java.util.function.Supplier;

/** The types of checks that look at this machine. */
public final class HostProviders {
  /** The types that are checked where nobody has written a configuration. */
  public static final List<String> WITHOUT_CONFIGURATION =
      List.of(CpuFactory.TYPE, MemoryFactory.TYPE, DiskFactory.TYPE, NetworkFactory.TYPE);

  private HostProviders() {}

  /**
   * All of them, for the machine that this runs on.
   *
   * @param loaders where drivers of databases may be found, beside our own class path
   */
  public static List<HealthProviderFactory> factories(Supplier<List<ClassLoader>> loaders) {
    return factories(new ThisHost(), new SocketCalls(), loaders);
  }

  static List<HealthProviderFactory> factories(
      HostMetrics host, NetworkCalls calls, Supplier<List<ClassLoader>> loaders) {
    return List.of(
        new CpuFactory(host),
        new MemoryFactory(host),
        new SwapFactory(host),
        new DiskFactory(host),
        new NetworkFactory(host, calls),
        new ProcessFactory(host),
        new FileAgeFactory(),
        new LogFactory(),
        new JdbcFactory(loaders));
  }
}
