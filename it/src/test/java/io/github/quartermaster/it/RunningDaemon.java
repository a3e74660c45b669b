package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The daemon in a process of its own, from the one jar, as a service manager starts it. */
final class RunningDaemon implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path folder;
  private final int port;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  private RunningDaemon(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
    Thread reader = new Thread(this::read, "daemon-log");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one with {@code sentinel.yaml} of a folder and its state beside it. */
  static RunningDaemon start(Path folder, Map<String, String> environment) {
    return start(folder, freePort(), environment);
  }

  /** Starts one at a port. */
  static RunningDaemon start(Path folder, int port, Map<String, String> environment) {
    return start(folder, port, environment, SentinelProgram.words(arguments(folder, port)));
  }

  /** Starts one behind these words, such as a program that runs another one. */
  static RunningDaemon start(Path folder, List<String> before) {
    int port = freePort();
    List<String> words = new ArrayList<>(before);
    words.addAll(SentinelProgram.words(arguments(folder, port)));
    return start(folder, port, Map.of(), words);
  }

  /** Starts one with these options of the JVM. */
  static RunningDaemon startWith(List<String> options, Path folder) {
    int port = freePort();
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-jar", Path.of(Place.property("it.program")).normalize().toString()));
    words.addAll(List.of(arguments(folder, port)));
    return start(folder, port, Map.of(), words);
  }

  private static String[] arguments(Path folder, int port) {
    return new String[] {
      "watch",
      "--config",
      folder.resolve("sentinel.yaml").toString(),
      "--state",
      folder.resolve("state").toString(),
      "--port",
      Integer.toString(port)
    };
  }

  private static RunningDaemon start(
      Path folder, int port, Map<String, String> environment, List<String> words) {
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.environment().putAll(environment);
      return new RunningDaemon(builder.start(), folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("its output cannot be read: " + e);
    }
  }

  /** Waits for a line of its log that holds this. */
  String says(String text) {
    try {
      while (true) {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
          throw new AssertionError(
              "waited for \"" + text + "\"; it said:\n" + String.join("\n", seen));
        }
        seen.add(line);
        if (line.contains(text)) {
          return line;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Waits for lines of its log that hold these, in whatever order they come. */
  void saysInAnyOrder(String... texts) {
    List<String> left = new ArrayList<>(List.of(texts));
    while (!left.isEmpty()) {
      String line = says("");
      left.removeIf(line::contains);
    }
  }

  int port() {
    return port;
  }

  String token() {
    try {
      return Files.readString(folder.resolve("state/token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it answers to one who shows the token. */
  HttpResponse<String> get(String path) {
    return get(path, "Bearer " + token());
  }

  HttpResponse<String> get(String path, String authorization) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .header("Authorization", authorization)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Sends it a signal. */
  void signal(String name) {
    assertThat(
            Command.of("kill", "-" + name, Long.toString(pid()))
                .run(Duration.ofSeconds(10))
                .exitCode())
        .isZero();
  }

  /** Waits until it is over; its exit code. */
  int end() {
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
