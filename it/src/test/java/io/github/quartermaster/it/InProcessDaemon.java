package io.github.quartermaster.it;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.daemon.Daemon;
import io.github.quartermaster.sentinel.daemon.DaemonEvent;
import io.github.quartermaster.sentinel.daemon.DaemonRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The daemon in a thread of the test, with {@code sentinel.yaml} of a folder. */
final class InProcessDaemon implements AutoCloseable {
  private final Daemon daemon;
  private final Path state;
  private final int port;

  private InProcessDaemon(Daemon daemon, Path state, int port) {
    this.daemon = daemon;
    this.state = state;
    this.port = port;
  }

  /** Starts one, and waits until it watches. */
  static InProcessDaemon start(Path folder, String configuration) throws Exception {
    return start(folder, Prometheus.freePort(), configuration);
  }

  /** Starts one at a port, and waits until it watches. */
  static InProcessDaemon start(Path folder, int port, String configuration) throws Exception {
    Path config = Files.writeString(folder.resolve("sentinel.yaml"), configuration);
    Path state = folder.resolve("state");
    CompletableFuture<Void> started = new CompletableFuture<>();
    Daemon daemon =
        new Daemon(
            new DaemonRequest(() -> Sentinel.builder().config(config), config, state, port),
            event -> {
              if (event instanceof DaemonEvent.Started) {
                started.complete(null);
              }
            });
    Thread thread =
        new Thread(
            () -> {
              try {
                daemon.run();
              } catch (RuntimeException e) {
                started.completeExceptionally(e);
              }
            },
            "daemon-under-test");
    thread.setDaemon(true);
    thread.start();
    started.get(60, TimeUnit.SECONDS);
    return new InProcessDaemon(daemon, state, port);
  }

  int port() {
    return port;
  }

  /** The file with the token that it wants to be shown. */
  Path tokenFile() {
    return state.resolve("token");
  }

  /** What it knows now, as JSON. */
  String report() throws IOException, InterruptedException {
    return Web.get(
        "http://127.0.0.1:" + port + "/report.json", Files.readString(tokenFile()).strip());
  }

  /**
   * The state of the host in a word.
   *
   * @throws IOException if it is bad
   */
  String health() throws IOException, InterruptedException {
    return Web.get("http://127.0.0.1:" + port + "/health").strip();
  }

  @Override
  public void close() {
    daemon.stop();
    try {
      daemon.awaitEnd(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
