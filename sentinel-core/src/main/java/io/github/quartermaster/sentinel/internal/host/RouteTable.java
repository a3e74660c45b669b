package io.github.quartermaster.sentinel.internal.host;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the default routes from {@code /proc/net/route} and {@code /proc/net/ipv6_route}. OSHI
 * knows the gateway's address too, but not the interface towards it.
 */
final class RouteTable {
  private static final int UP = 0x1;
  private static final int GATEWAY = 0x2;
  private static final int REJECT = 0x200;

  private record Route(Gateway gateway, long metric) {}

  private RouteTable() {}

  /** The gateways of the default routes: IPv4 before IPv6, the smaller metric first. */
  static List<Gateway> gateways(Path ipv4, Path ipv6) {
    List<Gateway> gateways = new ArrayList<>(sorted(ipv4(KernelFile.linesIfAny(ipv4))));
    gateways.addAll(sorted(ipv6(KernelFile.linesIfAny(ipv6))));
    return gateways;
  }

  private static List<Gateway> sorted(List<Route> routes) {
    return routes.stream()
        .sorted(Comparator.comparingLong(Route::metric))
        .map(Route::gateway)
        .toList();
  }

  // Iface Destination Gateway Flags RefCnt Use Metric Mask ...; addresses in the host's byte order
  private static List<Route> ipv4(List<String> lines) {
    List<Route> routes = new ArrayList<>();
    for (String line : lines) {
      String[] field = line.trim().split("\\s+", -1);
      if (field.length < 8 || !isZero(field[1]) || !isZero(field[7])) {
        continue;
      }
      add(routes, field[0], field[2], number(field[3], 16), number(field[6], 10), true);
    }
    return routes;
  }

  // destination length source length next-hop metric refcount use flags interface
  private static List<Route> ipv6(List<String> lines) {
    List<Route> routes = new ArrayList<>();
    for (String line : lines) {
      String[] field = line.trim().split("\\s+", -1);
      if (field.length < 10 || !isZero(field[0]) || !isZero(field[1])) {
        continue;
      }
      add(routes, field[9], field[4], number(field[8], 16), number(field[5], 16), false);
    }
    return routes;
  }

  private static void add(
      List<Route> routes, String link, String hex, long flags, long metric, boolean swapped) {
    if ((flags & UP) == 0 || (flags & REJECT) != 0 || link.equals("lo")) {
      return;
    }
    InetAddress address = (flags & GATEWAY) == 0 ? null : address(hex, link, swapped);
    if (address != null || (flags & GATEWAY) == 0) {
      routes.add(new Route(new Gateway(address, link), metric));
    }
  }

  private static @Nullable InetAddress address(String hex, String link, boolean swapped) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      if (!swapped) {
        return scoped(bytes, link);
      }
      byte[] network = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        network[i] = bytes[LITTLE_ENDIAN ? bytes.length - 1 - i : i];
      }
      return InetAddress.getByAddress(network);
    } catch (IllegalArgumentException | UnknownHostException | SocketException e) {
      return null;
    }
  }

  private static final boolean LITTLE_ENDIAN =
      java.nio.ByteOrder.nativeOrder().equals(java.nio.ByteOrder.LITTLE_ENDIAN);

  // a router mostly gives its link-local address, which means nothing without the interface
  private static InetAddress scoped(byte[] bytes, String link)
      throws UnknownHostException, SocketException {
    InetAddress plain = InetAddress.getByAddress(bytes);
    NetworkInterface through = NetworkInterface.getByName(link);
    return plain.isLinkLocalAddress() && through != null
        ? java.net.Inet6Address.getByAddress(null, bytes, through)
        : plain;
  }

  private static boolean isZero(String hex) {
    return hex.chars().allMatch(digit -> digit == '0');
  }

  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
