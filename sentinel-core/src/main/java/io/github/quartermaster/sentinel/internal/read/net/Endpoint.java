package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where something listens.
 *
 * @param host a name or an address, IPv6 without brackets, in lower case
 * @param port from 1 to 65535
 */
record Endpoint(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_NAME = 150;
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:%-]+");

  /**
   * Checks host and port.
   *
   * @throws IllegalArgumentException if they cannot be those of anything
   */
  Endpoint {
    host = host.toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
      throw new IllegalArgumentException("\"" + host + "\" is no name or address of a host");
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is between 1 and 65535, not " + port);
    }
  }

  /** Whether the host is an address, so that no name has to be resolved. */
  boolean isAddress() {
    return host.contains(":") || IPV4.matcher(host).matches();
  }

  /** Whether the host is this one by its very name, so that no network is needed. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || (isAddress() && host.startsWith("127."));
  }

  /** The component of connections to it. */
  ComponentId tcp() {
    return new ComponentId("tcp:" + this);
  }

  /** The component of its handshake and certificate. */
  ComponentId tls() {
    return new ComponentId("tls:" + this);
  }

  /** The component of its name's resolution. */
  ComponentId dns() {
    return new ComponentId("dns:" + host);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
