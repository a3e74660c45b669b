package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The daemon's page in a real browser. */
class LivePageIT {
  private static final String BROWSER = "chromium";

  @BeforeEach
  void needs_a_browser() {
    Skipped.unless(
        Command.exists(BROWSER, "--version"), "live page", "there is no " + BROWSER + " here");
  }

  @Test
  void a_browser_shows_it_to_who_knows_the_token() throws IOException {
    Path folder = outage("live-page");
    try (RunningDaemon daemon = RunningDaemon.start(folder, Map.of())) {
      daemon.says("SENTINEL CRITICAL: database");
      String url = "http://me:" + daemon.token() + "@127.0.0.1:" + daemon.port() + "/";

      assertThat(browse(url, "--dump-dom"))
          .contains("database", "Probable causes", "<svg class=\"graph\"", "The last 24 hours")
          .contains("What happened", "watched since");
      for (String look : List.of("1000,1400", "390,1400")) {
        Path picture = folder.resolve("page-" + look + ".png");
        browse(url, "--hide-scrollbars", "--window-size=" + look, "--screenshot=" + picture);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isPositive();
      }
      assertThat(browse("http://127.0.0.1:" + daemon.port() + "/", "--dump-dom"))
          .doesNotContain("database");
    }
  }

  @Test
  void it_looks_again_by_itself_and_says_where_nobody_answers() throws IOException {
    Path folder = outage("live-page-again");
    HttpResponse<String> page;
    try (RunningDaemon daemon = RunningDaemon.start(folder, Map.of())) {
      daemon.says("SENTINEL CRITICAL: database");
      page = daemon.get("/");
    }
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          switch (asked.incrementAndGet()) {
            case 1 -> answer(exchange, page, page.body());
            case 2 -> answer(exchange, page, page.body().replace("<h1>", "<h1>A second look. "));
            default -> exchange.close();
          }
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

      String seen = browse(url, "--virtual-time-budget=25000", "--dump-dom");

      assertThat(seen).contains("A second look. ").contains("No answer since ");
      assertThat(asked.get()).isGreaterThan(2);
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<String> page, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (String header : List.of("Content-Type", "Content-Security-Policy")) {
      exchange.getResponseHeaders().set(header, page.headers().firstValue(header).orElseThrow());
    }
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** A shop whose database is gone. */
  private static Path outage(String name) throws IOException {
    Path folder = Place.work(name);
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          shop: {type: tcp, host: 127.0.0.1, port: 1, requires: [database]}
          database: {type: tcp, host: 127.0.0.1, port: 2, requires: [disk]}
          disk: {type: disk, include: [/]}
        """);
    return folder;
  }

  private static String browse(String url, String... options) {
    List<String> command = new ArrayList<>();
    command.add(BROWSER);
    // root may not use the sandbox, and the page is ours
    command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu"));
    command.add("--user-data-dir=" + Place.target().resolve("browser"));
    command.addAll(List.of(options));
    command.add(url);
    Command.Outcome outcome = Command.of(command).run(Duration.ofMinutes(2));
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output();
  }
}
