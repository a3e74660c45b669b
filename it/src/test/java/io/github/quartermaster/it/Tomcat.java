package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Tomcat with WARs in its webapps folder, on a free port of the loopback interface. Closing
 * it stops it.
 */
final class Tomcat implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern PORT = Pattern.compile("http-nio-127\\.0\\.0\\.1-auto-\\d+-(\\d+)");

  private static final String SERVER_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Server port="-1">
        <Service name="Catalina">
          <Connector port="0" address="127.0.0.1" protocol="HTTP/1.1"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="false"/>
          </Engine>
        </Service>
      </Server>
      """;

  private final Process process;
  private final Path log;
  private final HttpClient client = HttpClient.newHttpClient();

  private Tomcat(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a Tomcat and waits until it has deployed everything.
   *
   * @param base an empty folder for its configuration, logs and webapps
   * @param wars packed WARs; the name of the file is the path it answers under
   */
  static Tomcat start(Path base, Path... wars) {
    Path home = Place.distributions().resolve("apache-tomcat-" + Place.property("it.tomcat"));
    try {
      Place.copy(home.resolve("conf"), base.resolve("conf"));
      Files.writeString(base.resolve("conf/server.xml"), SERVER_XML);
      for (String folder : List.of("logs", "temp", "work", "webapps")) {
        Files.createDirectory(base.resolve(folder));
      }
      for (Path war : wars) {
        Files.copy(war, base.resolve("webapps").resolve(war.getFileName()));
      }
      Path log = base.resolve("logs/console.log");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "--add-opens=java.base/java.io=ALL-UNNAMED",
                  "--add-opens=java.base/java.lang=ALL-UNNAMED",
                  "--add-opens=java.base/java.util=ALL-UNNAMED",
                  "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                  "-Dfile.encoding=UTF-8",
                  "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                  "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
                  "-Djava.io.tmpdir=" + base.resolve("temp"),
                  "-Dcatalina.home=" + home,
                  "-Dcatalina.base=" + base,
                  "-cp",
                  String.join(
                      System.getProperty("path.separator"),
                      home.resolve("bin/bootstrap.jar").toString(),
                      home.resolve("bin/tomcat-juli.jar").toString()),
                  "org.apache.catalina.startup.Bootstrap",
                  "start")
              .directory(base.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Tomcat tomcat = new Tomcat(process, log);
      tomcat.awaitLog(text -> text.contains("Server startup in"));
      return tomcat;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for a path, which begins with the name of the webapp. */
  HttpResponse<String> get(String path) {
    Matcher port = PORT.matcher(log());
    assertThat(port.find()).as("port in the log of Tomcat:%n%s", log()).isTrue();
    URI uri = URI.create("http://127.0.0.1:" + port.group(1) + path);
    try {
      return client.send(
          HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("tried to get " + uri + ", Tomcat's log says:\n" + log(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Everything Tomcat has written to its console so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitLog(Predicate<String> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(log())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new AssertionError("Tomcat did not start; its log says:\n" + log());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
