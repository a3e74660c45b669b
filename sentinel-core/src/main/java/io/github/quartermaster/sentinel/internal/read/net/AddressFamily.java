package io.github.quartermaster.sentinel.internal.read.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Kinds of addresses, by the names of their records. */
enum AddressFamily {
  ANY,
  A,
  AAAA;

  static AddressFamily of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return this == ANY ? "any" : name();
  }

  boolean contains(InetAddress address) {
    return switch (this) {
      case ANY -> true;
      case A -> address instanceof Inet4Address;
      case AAAA -> address instanceof Inet6Address;
    };
  }

  /**
   * An address as it is written; no name is resolved.
   *
   * @throws IllegalArgumentException if it is none
   */
  static InetAddress address(String text) {
    try {
      if (new Endpoint(text.strip(), 1).isAddress()) {
        return InetAddress.getByName(text.strip());
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no address", e);
    }
    throw new IllegalArgumentException("\"" + text + "\" is no address");
  }
}
