package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server may do to whoever asks it. */
class TransportTest {
  private static final Duration PATIENT = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void an_answer_without_end_is_given_up() {
    answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            byte[] some = new byte[1 << 16];
            while (end.getCount() > 0) {
              out.write(some);
            }
          }
        });

    assertThatThrownBy(() -> send(PATIENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than any that makes sense");
  }

  @Test
  void an_answer_that_stops_halfway_is_given_up() {
    answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
        });

    assertThatThrownBy(() -> send(Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole answer within 1 s");
  }

  @Test
  void a_server_that_says_nothing_is_given_up() {
    answers(exchange -> await());

    assertThatThrownBy(() -> send(Duration.ofSeconds(1))).isInstanceOf(IOException.class);
  }

  @Test
  void somebody_who_is_interrupted_learns_it_and_stays_interrupted() {
    answers(exchange -> await());
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> send(PATIENT)).hasMessage("interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_file_without_certificates_is_of_no_use() throws IOException {
    Path file = folder.resolve("authority.pem");
    Files.writeString(file, "");
    assertThatThrownBy(() -> TrustedAuthority.of(file))
        .isInstanceOf(GeneralSecurityException.class);

    Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n");
    assertThatThrownBy(() -> TrustedAuthority.of(file))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private void answers(HttpHandler handler) {
    server.createContext("/", handler);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply send(Duration limit) throws IOException {
    return new Transport(null, limit)
        .send(
            "GET",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
            Map.of(),
            null);
  }
}
