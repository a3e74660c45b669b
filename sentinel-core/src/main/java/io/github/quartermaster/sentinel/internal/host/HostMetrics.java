package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The port to the machine that is measured. Every call looks afresh. What this machine cannot tell
 * is empty; nothing here judges. Safe for use by several threads.
 */
public interface HostMetrics {
  /** How the processors have spent their time since the machine started. */
  Optional<CpuTicks> cpuTicks();

  /** How often the limit of this container has stopped it; empty where there is none. */
  Optional<Throttling> throttling();

  /** How many processors the system runs on, those that a container may not use included. */
  int processors();

  /**
   * How many tasks ran or waited to run, averaged over a minute by the kernel; on Linux those that
   * wait for a disk are counted too.
   */
  OptionalDouble load();

  /** Memory and swap; a container's limit where it is tighter than the machine. */
  Optional<MemoryState> memory();

  /**
   * What is mounted. Asks no file system, so that none can hold it up.
   *
   * @throws IOException if the kernel's table cannot be read
   */
  List<Mount> mounts() throws IOException;

  /**
   * The space of the file system that holds a path. Hangs for as long as the file system does.
   *
   * @throws IOException if there is no such path, or it cannot be asked
   */
  Space space(Path path) throws IOException;

  /**
   * The inodes of file systems that are known to answer, by their paths; without those that count
   * none and those that cannot be asked.
   *
   * @param timeout the longest that it may take
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  Map<Path, Inodes> inodes(List<Path> paths, Duration timeout) throws InterruptedException;

  /** All processes, or empty where they cannot be listed. */
  Optional<List<HostProcess>> processes();

  /**
   * The TCP ports that are listened on, or empty where that cannot be told. The owner of a port is
   * known only where this process may see it.
   */
  Optional<List<ListeningPort>> listeningPorts();

  /** The gateways of the default routes, the preferred one first. */
  List<Gateway> gateways();

  /** A network interface by its name, or empty where there is none. */
  Optional<LinkState> link(String name);

  /** What the neighbour table says of an address on the same network. */
  Neighbour neighbour(InetAddress address);

  /** The addresses of the name servers that the system asks. */
  List<String> nameServers();
}
