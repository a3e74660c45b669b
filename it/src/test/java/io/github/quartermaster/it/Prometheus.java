package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Prometheus of its own, on the loopback only, that watches itself every second. */
final class Prometheus implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Process process;
  private final int port;

  private Prometheus(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether there is a Prometheus on this machine. */
  static boolean isInstalled() {
    return Command.exists("prometheus", "--version");
  }

  /** Starts one; it answers a moment later, and knows something a moment after that. */
  static Prometheus start(Path folder) {
    return start(folder, "");
  }

  /** Starts one that scrapes others too, as these lines of {@code scrape_configs} say. */
  static Prometheus start(Path folder, String others) {
    int port = freePort();
    return start(
        folder,
        port,
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: itself
            static_configs: [{targets: ["%s:%d"]}]
        %s"""
            .formatted(LOOPBACK, port, others));
  }

  /** Starts one with a configuration of its own. */
  static Prometheus start(Path folder, int port, String text) {
    try {
      Path configuration = folder.resolve("prometheus.yml");
      Files.writeString(configuration, text);
      Process process =
          new ProcessBuilder(
                  "prometheus",
                  "--config.file=" + configuration,
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=" + LOOPBACK + ":" + port,
                  // those of the package are of no interest, and may be missing
                  "--web.console.templates=" + folder,
                  "--web.console.libraries=" + folder)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prometheus.out").toFile())
              .start();
      return new Prometheus(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://" + LOOPBACK + ":" + port;
  }

  String instance() {
    return LOOPBACK + ":" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
