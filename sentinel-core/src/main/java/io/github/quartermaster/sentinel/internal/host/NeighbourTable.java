package io.github.quartermaster.sentinel.internal.host;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code /proc/net/arp}: IPv4 only, the kernel has no such file for IPv6. */
final class NeighbourTable {
  /** The hardware address is known: {@code ATF_COM} of {@code linux/if_arp.h}. */
  private static final int COMPLETE = 0x2;

  private NeighbourTable() {}

  /** What it says of an address; the first line is a heading. */
  static Neighbour of(InetAddress address, Path arp) {
    List<String[]> rows =
        KernelFile.linesIfAny(arp).stream()
            .skip(1)
            .map(line -> line.trim().split("\\s+", -1))
            .filter(field -> field.length > 3 && field[0].equals(address.getHostAddress()))
            .toList();
    if (rows.isEmpty()) {
      return Neighbour.UNTOLD;
    }
    return rows.stream().anyMatch(field -> (flags(field[2]) & COMPLETE) != 0)
        ? Neighbour.KNOWN
        : Neighbour.SILENT;
  }

  private static int flags(String hex) {
    try {
      return Integer.decode(hex);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
