package io.github.quartermaster.sentinel.internal.read.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The addresses of a host, by whatever this JVM resolves names with: it may answer from its own
 * memory, where a name stays for half a minute ({@code networkaddress.cache.ttl}).
 *
 * @param host the name
 * @param addresses what it has; none where it cannot be resolved
 * @param took how long that took
 */
record Resolution(String host, List<InetAddress> addresses, Duration took) {
  /** Copies the list. */
  Resolution {
    addresses = List.copyOf(addresses);
  }

  /** Resolves a name; may take longer than anyone wants to wait. */
  static Resolution of(String host) {
    long start = System.nanoTime();
    List<InetAddress> addresses;
    try {
      addresses = List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      addresses = List.of();
    }
    return new Resolution(host, addresses, Duration.ofNanos(System.nanoTime() - start));
  }

  /** The addresses in one line. */
  String shown() {
    return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }
}
