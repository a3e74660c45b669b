package io.github.quartermaster.sentinel.internal.read.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants the network to be tried with.
 *
 * @param outsideHost an address beyond the gateway, or null
 * @param outsidePort its port
 * @param name a name to look up, or null
 */
record NetworkTargets(@Nullable String outsideHost, int outsidePort, @Nullable String name) {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^\\s:\\[\\]/]+)):(\\d{1,5})");
  private static final int LARGEST_PORT = 65_535;

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException if the address outside is none
   */
  static NetworkTargets of(@Nullable String outside, @Nullable String name) {
    if (outside == null) {
      return new NetworkTargets(null, 0, name);
    }
    Matcher matcher = HOST_AND_PORT.matcher(outside.strip());
    int port = matcher.matches() ? Integer.parseInt(matcher.group(3)) : 0;
    if (port < 1 || port > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "outside is an address with a port, such as 192.0.2.7:443 or [2001:db8::7]:443, not "
              + outside);
    }
    String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return new NetworkTargets(host, port, name);
  }

  /** The address outside as one text. */
  String outside() {
    boolean ipv6 = outsideHost != null && outsideHost.contains(":");
    return (ipv6 ? "[" + outsideHost + "]" : outsideHost) + ":" + outsidePort;
  }
}
