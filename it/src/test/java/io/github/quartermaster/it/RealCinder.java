package io.github.quartermaster.it;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Keystone with the Cinders of two regions on this machine, whose volumes are files. What a
 * user does with other programs, making a volume and writing to it, is done here past our own code.
 */
final class RealCinder implements AutoCloseable {
  static final String ONE = "RegionOne";
  static final String TWO = "RegionTwo";

  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern ID = Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\"");
  private static final Pattern STATUS = Pattern.compile("\"status\": ?\"([a-z_-]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private final Properties addresses = new Properties();

  private RealCinder(Path home) {
    this.home = home;
  }

  /** What is missing to start one, or nothing. */
  static Stream<String> missing() {
    Stream<String> programs =
        Stream.of(
                "cinder-api",
                "cinder-backup",
                "cinder-volume",
                "dmidecode",
                "keystone-manage",
                "mariadbd",
                "qemu-io",
                "sudo",
                "uwsgi")
            .filter(
                program ->
                    Stream.of("/usr/bin", "/usr/sbin", "/bin")
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    return Stream.concat(
        programs,
        Files.isExecutable(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"))
            ? Stream.empty()
            : Stream.of("rabbitmq-server"));
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  static RealCinder start() {
    // a short path: sockets have room for some 100 characters
    Path home = Place.work("cinder");
    RealCinder cinder = new RealCinder(home);
    Command.Outcome outcome = script("start.sh", home);
    if (outcome.exitCode() != 0) {
      cinder.close();
      throw new AssertionError("Cinder did not start:\n" + outcome.output());
    }
    try (Reader reader = Files.newBufferedReader(home.resolve("addresses.properties"))) {
      cinder.addresses.load(reader);
    } catch (IOException e) {
      cinder.close();
      throw new UncheckedIOException(e);
    }
    return cinder;
  }

  /** The file that leads our own programs here, with the clouds {@code demo} and {@code admin}. */
  Path cloudsFile() {
    return home.resolve("clouds.yaml");
  }

  /** What leads a Maven here. */
  String[] options(String cloud, String... more) {
    return Stream.concat(
            Stream.of(
                "-Debs.provider=openstack",
                "-Debs.cloudsFile=" + cloudsFile(),
                "-Debs.cloud=" + cloud),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** Makes an empty volume of 1 GiB, of the user {@code demo}. */
  String volume(String name) {
    String reply =
        send(
            "demo",
            "POST",
            ONE,
            "/volumes",
            "{\"volume\": {\"name\": \"%s\", \"size\": 1, \"volume_type\": \"nfs\"}}"
                .formatted(name));
    String id = first(ID, reply);
    until("volume " + id + " is available", () -> status(ONE, id).equals("available"));
    return id;
  }

  /** The state of a volume, or "gone". */
  String status(String region, String volume) {
    String reply = send("admin", "GET", region, "/volumes/" + volume, null);
    return reply.contains("itemNotFound") ? "gone" : first(STATUS, reply);
  }

  /**
   * Writes a mebibyte of one byte into a volume that nobody uses, where it is now: below the
   * snapshots that have been taken.
   */
  void write(String volume, int atMebibyte, int value) {
    Path file = active(volume);
    succeeds(
        "qemu-io",
        "-f",
        file.getFileName().toString().equals("volume-" + volume) ? "raw" : "qcow2",
        "-c",
        "write -P " + value + " " + atMebibyte + "M 1M",
        file.toString());
  }

  /** What a volume without snapshots holds, byte for byte. */
  Path content(String region, String volume) {
    return share(region).resolve("volume-" + volume);
  }

  /** Sets how many snapshots the project may have; a negative number means no limit. */
  void limitSnapshots(int most) {
    String project = first(Pattern.compile("\"project_id\": ?\"([0-9a-f]+)\""), limits());
    send(
        "admin",
        "PUT",
        ONE,
        "/os-quota-sets/" + project,
        "{\"quota_set\": {\"snapshots\": " + most + "}}");
  }

  /** How many snapshots the project has. */
  int snapshots() {
    return Integer.parseInt(
        first(
            Pattern.compile("\"totalSnapshotsUsed\": ?([0-9]+)"),
            send("demo", "GET", ONE, "/limits", null)));
  }

  private String limits() {
    String reply = send("demo", "GET", ONE, "/volumes/detail", null);
    return reply.replace("os-vol-tenant-attr:tenant_id", "project_id");
  }

  /** Waits until something is so, which another program brings about. */
  static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for " + PATIENCE + " in vain until " + what);
      }
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting until " + what, e);
      }
    }
  }

  private Path share(String region) {
    return home.resolve("shares").resolve(region.equals(ONE) ? "one" : "two");
  }

  /**
   * The file that the driver writes to now: it notes it beside the volume once there are several.
   */
  private Path active(String volume) {
    Path info = share(ONE).resolve("volume-" + volume + ".info");
    if (!Files.exists(info)) {
      return share(ONE).resolve("volume-" + volume);
    }
    try {
      String name = first(Pattern.compile("\"active\": ?\"([^\"/]+)\""), Files.readString(info));
      return share(ONE).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String send(String user, String method, String region, String path, String body) {
    String base = addresses.getProperty(region.equals(ONE) ? "one" : "two");
    return send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("X-Auth-Token", token(user))
                .header("OpenStack-API-Version", "volume 3.70"),
            method,
            body)
        .body();
  }

  private String token(String user) {
    String login =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user":
          {"name": "%s", "domain": {"id": "default"}, "password": "%s"}}},
          "scope": {"project": {"name": "demo", "domain": {"id": "default"}}}}}
        """
            .formatted(user, addresses.getProperty("password"));
    return send(
            HttpRequest.newBuilder(URI.create(addresses.getProperty("identity") + "/auth/tokens")),
            "POST",
            login)
        .headers()
        .firstValue("X-Subject-Token")
        .orElseThrow();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String method, String body) {
    request
        .header("Content-Type", "application/json")
        .method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while asking OpenStack", e);
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static void succeeds(String... words) {
    Command.Outcome outcome = Command.of(words).run(PATIENCE);
    if (outcome.exitCode() != 0) {
      throw new AssertionError(List.of(words) + " failed:\n" + outcome.output());
    }
  }

  private static Command.Outcome script(String name, Path home) {
    return Command.of(Path.of(Place.property("it.openstack"), name).toString(), home.toString())
        .run(START);
  }

  @Override
  public void close() {
    script("stop.sh", home);
  }
}
