package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Icinga 2 of its own with its API on the loopback, and an authority of its own. */
final class Icinga implements AutoCloseable {
  private static final String NODE = "localhost";

  private final Process process;
  private final Path folder;
  private final int port;

  private Icinga(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Whether there is an Icinga on this machine, and what its certificates are made with. */
  static boolean isInstalled() {
    return Command.exists("icinga2", "--version") && Command.exists("openssl", "version");
  }

  /** Whether it finds these objects right, besides a host {@code web1}; what it says. */
  static Command.Outcome validate(Path folder, String objects) throws IOException {
    List<String> words = new ArrayList<>(words(folder, Prometheus.freePort(), objects));
    words.add(2, "-C");
    certificates(folder.resolve("data/certs"));
    return Command.of(words).run(Duration.ofMinutes(1));
  }

  /** Starts one with these objects besides a host {@code web1}. */
  static Icinga start(Path folder, String objects) {
    try {
      int port = Prometheus.freePort();
      List<String> words = words(folder, port, objects);
      certificates(folder.resolve("data/certs"));
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("icinga2.out").toFile())
              .start();
      return new Icinga(process, folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(Path folder, int port, String objects) throws IOException {
    String user = System.getProperty("user.name");
    List<String> words = new ArrayList<>(List.of("icinga2", "daemon", "-c"));
    words.add(
        Files.writeString(
                folder.resolve("icinga2.conf"),
                """
                const NodeName = "%s"
                const ZoneName = "master"
                include <itl>
                object Endpoint NodeName {}
                object Zone ZoneName { endpoints = [ NodeName ] }
                object CheckerComponent "checker" {}
                object ApiListener "api" {
                  bind_host = "127.0.0.1"
                  bind_port = %d
                }
                object Host "web1" { check_command = "dummy" }
                %s
                """
                    .formatted(NODE, port, objects))
            .toString());
    for (String name :
        List.of("ConfigDir", "DataDir", "LogDir", "CacheDir", "SpoolDir", "InitRunDir")) {
      String own = name.equals("DataDir") ? "data" : name;
      words.addAll(List.of("-D", name + "=" + Files.createDirectories(folder.resolve(own))));
    }
    words.addAll(List.of("-D", "RunAsUser=" + user, "-D", "RunAsGroup=" + user));
    return words;
  }

  private static void certificates(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path names = Files.writeString(folder.resolve("names"), "subjectAltName=IP:127.0.0.1\n");
    openssl(
        folder,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.crt",
        "-subj",
        "/CN=ca",
        "-days",
        "30");
    openssl(
        folder,
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        NODE + ".key",
        "-out",
        "request",
        "-subj",
        "/CN=" + NODE);
    openssl(
        folder,
        "x509",
        "-req",
        "-in",
        "request",
        "-CA",
        "ca.crt",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-extfile",
        names.toString(),
        "-days",
        "30",
        "-out",
        NODE + ".crt");
  }

  private static void openssl(Path folder, String... arguments) {
    List<String> words = new ArrayList<>(List.of("openssl"));
    words.addAll(List.of(arguments));
    Command.Outcome outcome = Command.of(words).in(folder).run(Duration.ofMinutes(1));
    if (outcome.exitCode() != 0) {
      throw new AssertionError("tried to run " + words + "; it printed:\n" + outcome.output());
    }
  }

  String url() {
    return "https://127.0.0.1:" + port;
  }

  /** The certificate of the authority that vouches for it. */
  Path authority() {
    return folder.resolve("data/certs/ca.crt");
  }

  /** Ends this one with all it has started. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
