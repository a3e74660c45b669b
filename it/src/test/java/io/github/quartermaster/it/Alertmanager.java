package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager of its own, on the loopback only, without peers. */
final class Alertmanager implements AutoCloseable {
  private final Process process;
  private final int port;

  private Alertmanager(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether there is an Alertmanager on this machine. */
  static boolean isInstalled() {
    return Command.exists("prometheus-alertmanager", "--version");
  }

  /** Starts one that notifies nobody. */
  static Alertmanager start(Path folder) {
    return start(folder, "{route: {receiver: nobody}, receivers: [{name: nobody}]}\n");
  }

  /** Starts one with a configuration of its own, and waits until it answers. */
  static Alertmanager start(Path folder, String text) {
    try {
      int port = Prometheus.freePort();
      Path configuration = Files.writeString(folder.resolve("alertmanager.yml"), text);
      Process process =
          new ProcessBuilder(
                  "prometheus-alertmanager",
                  "--config.file=" + configuration,
                  "--storage.path=" + folder.resolve("alertmanager-data"),
                  "--web.listen-address=127.0.0.1:" + port,
                  // it would talk to peers at any address else
                  "--cluster.listen-address=")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("alertmanager.out").toFile())
              .start();
      Alertmanager started = new Alertmanager(process, port);
      Waiting.until(
          "Alertmanager is ready", () -> Optional.of(Web.get(started.url() + "/-/ready")));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Its alerts that are not over, as JSON. */
  String alerts() throws IOException, InterruptedException {
    return Web.get(url() + "/api/v2/alerts");
  }

  /** Has an alert begin or, where it says so, end. */
  void alert(String json) throws IOException, InterruptedException {
    Web.post(url() + "/api/v2/alerts", "[" + json + "]");
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
}
