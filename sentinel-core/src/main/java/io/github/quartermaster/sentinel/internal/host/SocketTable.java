package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the TCP sockets that listen from {@code /proc/net/tcp} and {@code tcp6} (proc(5)), and
 * finds their owners through the open files of the processes. Of processes of others only root sees
 * those.
 */
final class SocketTable {
  private static final String LISTEN = "0A";

  private final Path proc;

  SocketTable(Path proc) {
    this.proc = proc;
  }

  /** Who listens where. */
  List<ListeningPort> listening() {
    Map<String, Integer> portByInode = new HashMap<>();
    for (String table : List.of("tcp", "tcp6")) {
      KernelFile.linesIfAny(proc.resolve("net").resolve(table))
          .forEach(line -> add(line, portByInode));
    }
    List<ListeningPort> ports = new ArrayList<>();
    if (!portByInode.isEmpty()) {
      owners(portByInode, ports);
    }
    portByInode.values().forEach(port -> ports.add(new ListeningPort(port, 0)));
    return ports;
  }

  // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode ...
  private static void add(String line, Map<String, Integer> portByInode) {
    String[] field = line.trim().split("\\s+", -1);
    if (field.length > 9 && field[3].equals(LISTEN)) {
      int colon = field[1].lastIndexOf(':');
      try {
        portByInode.put(field[9], Integer.parseInt(field[1].substring(colon + 1), 16));
      } catch (NumberFormatException e) {
        // no socket's line
        return;
      }
    }
  }

  /** Moves the ports whose owners can be seen from the map to the list. */
  private void owners(Map<String, Integer> portByInode, List<ListeningPort> ports) {
    Map<String, Integer> all = Map.copyOf(portByInode);
    for (Path process : entries(proc, "[0-9]*")) {
      long pid = KernelFile.toNumber(String.valueOf(process.getFileName())).orElse(0L);
      for (Path file : entries(process.resolve("fd"), "*")) {
        String inode = socketInode(file);
        Integer port = all.get(inode);
        if (port != null) {
          ports.add(new ListeningPort(port, pid));
          portByInode.remove(inode);
        }
      }
    }
  }

  private static String socketInode(Path file) {
    try {
      String target = Files.readSymbolicLink(file).toString();
      return target.startsWith("socket:[") ? target.substring(8, target.length() - 1) : "";
    } catch (IOException e) {
      // closed meanwhile
      return "";
    }
  }

  private static List<Path> entries(Path folder, String glob) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      // ended meanwhile, or not ours to see
      return entries;
    }
    return entries;
  }
}
