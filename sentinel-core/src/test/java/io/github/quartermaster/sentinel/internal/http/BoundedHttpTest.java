package io.github.quartermaster.sentinel.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.read.net.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BoundedHttpTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private final BoundedHttp http = new BoundedHttp(null, 1000);

  @Test
  void answer_is_there_as_a_whole() throws Exception {
    try (StubServer server = StubServer.answering("{\"a\": 1}")) {
      HttpReply reply =
          http.ask(HttpQuestion.get(URI.create(server.url() + "/x?y"), Map.of()), AMPLE);

      assertThat(reply.isSuccess()).isTrue();
      assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"a\": 1}");
      assertThat(server.heard())
          .containsExactly(new StubServer.Heard("GET", "/x?y", null, "application/json", ""));
    }
  }

  @Test
  void what_is_sent_arrives_with_its_headers() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      HttpReply reply =
          http.ask(
              HttpQuestion.post(
                  URI.create(server.url() + "/x"), Map.of("Authorization", "Bearer t"), "[1]"),
              AMPLE);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(server.heard())
          .containsExactly(
              new StubServer.Heard("POST", "/x", "Bearer t", "application/json", "[1]"));
    }
  }

  @Test
  void endless_answer_is_refused_and_not_kept() {
    try (StubServer server = StubServer.answering("x".repeat(5000))) {
      assertThatThrownBy(() -> http.ask(question(server), AMPLE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("answers with more than 1000 bytes");
    }
  }

  @Test
  void server_that_never_answers_costs_no_more_than_its_time() {
    try (StubServer server = StubServer.answering("").silent()) {
      assertThatThrownBy(() -> http.ask(question(server), Duration.ofMillis(300)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("gives no whole answer within 300 ms");
    }
  }

  @Test
  void closed_port_is_told_as_such() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);

    assertThatThrownBy(() -> http.ask(HttpQuestion.get(nobody, Map.of()), AMPLE))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "127.0.0.1:" + port + " refuses connections: the host is up, nothing listens there");
  }

  @Test
  void header_that_cannot_be_set_is_named_without_its_value() {
    HttpQuestion question =
        HttpQuestion.get(URI.create("http://127.0.0.1:1"), Map.of("X", "secret\nsecret"));

    assertThatThrownBy(() -> http.ask(question, AMPLE))
        .hasMessageContaining("the header X")
        .hasMessageNotContaining("secret");
  }

  @Test
  void certificate_is_trusted_where_the_file_vouches_for_it(@TempDir Path folder) throws Exception {
    TestCertificates certificates = new TestCertificates(folder);
    try (StubServer server =
        StubServer.answering(certificates.signed("icinga", "ip:127.0.0.1", "-1d", 30), "{}")) {
      HttpReply reply =
          new BoundedHttp(certificates.authority(), 1000).ask(question(server), AMPLE);

      assertThat(reply.isSuccess()).isTrue();
      assertThatThrownBy(() -> http.ask(question(server), AMPLE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the TLS connection to 127.0.0.1:");
    }
  }

  private static HttpQuestion question(StubServer server) {
    return HttpQuestion.get(URI.create(server.url()), Map.of());
  }
}
