package io.github.quartermaster.sentinel.internal.host;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code /sys/class/net} (kernel documentation, ABI/testing/sysfs-class-net). */
final class LinkTable {
  private LinkTable() {}

  /** An interface by its name; from the JDK alone where the kernel has no such folder. */
  static Optional<LinkState> of(String name, Path classNet) {
    if (name.isEmpty() || name.contains("/") || name.startsWith(".")) {
      return Optional.empty();
    }
    Path folder = classNet.resolve(name);
    if (!Files.isDirectory(folder)) {
      return fromJdk(name);
    }
    String state = KernelFile.firstLine(folder.resolve("operstate")).orElse("unknown");
    // "unknown" is what drivers without carrier detection say, tunnels and loopback among them
    boolean up = state.equals("up") || (state.equals("unknown") && isUp(folder));
    return Optional.of(
        new LinkState(
            name,
            up,
            state,
            sum(folder, "rx_packets", "tx_packets"),
            sum(folder, "rx_errors", "tx_errors"),
            sum(folder, "rx_dropped", "tx_dropped")));
  }

  private static boolean isUp(Path folder) {
    // IFF_UP is the lowest bit
    return KernelFile.firstLine(folder.resolve("flags"))
        .map(flags -> !flags.isEmpty() && "13579bdf".indexOf(flags.charAt(flags.length() - 1)) >= 0)
        .orElse(true);
  }

  private static long sum(Path folder, String one, String other) {
    Path statistics = folder.resolve("statistics");
    return KernelFile.number(statistics.resolve(one)).orElse(0L)
        + KernelFile.number(statistics.resolve(other)).orElse(0L);
  }

  private static Optional<LinkState> fromJdk(String name) {
    try {
      NetworkInterface link = NetworkInterface.getByName(name);
      return link == null
          ? Optional.empty()
          : Optional.of(new LinkState(name, link.isUp(), link.isUp() ? "up" : "down", 0, 0, 0));
    } catch (SocketException e) {
      return Optional.empty();
    }
  }
}
