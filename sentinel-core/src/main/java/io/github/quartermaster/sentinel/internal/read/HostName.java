package io.github.quartermaster.sentinel.internal.read;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine calls itself. */
public final class HostName {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** The name; {@code localhost} where it has none. Asks no name server where the kernel knows. */
  public static String ofThisMachine() {
    try {
      String name = Files.readString(KERNEL).strip();
      return name.isEmpty() ? byAddress() : name;
    } catch (IOException e) {
      // no Linux
      return byAddress();
    }
  }

  private static String byAddress() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
