package io.github.quartermaster.sentinel.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackServerTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String SHOWN = "Authorization: Bearer " + TOKEN + "\r\n";

  private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Question> asked = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;
  private LoopbackServer server;

  @BeforeEach
  void open() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    server =
        LoopbackServer.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            AccessToken.read(token),
            Set.of("/open"),
            this::answer,
            failures::add);
  }

  private Answer answer(Question question) {
    asked.add(question);
    if (question.path().equals("/fail")) {
      throw new IllegalStateException("password hunter2");
    }
    return Answer.line(200, "hello " + question.path());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void who_shows_the_token_is_answered() throws IOException {
    assertThat(get("/secret", SHOWN)).startsWith("HTTP/1.1 200").endsWith("hello /secret\n");
  }

  @Test
  void a_browser_shows_it_as_a_password() throws IOException {
    assertThat(get("/secret", basic("anybody:" + TOKEN))).startsWith("HTTP/1.1 200");
    assertThat(get("/secret", "")).startsWith("HTTP/1.1 401").contains("Www-authenticate: Basic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Authorization: Bearer\r\n",
        "Authorization: Bearer \r\n",
        "Authorization: Bearer 0123456789abcdef0123456789abcdee\r\n",
        "Authorization: Bearer 0123456789abcdef\r\n",
        "Authorization: 0123456789abcdef0123456789abcdef\r\n",
        "Authorization: Digest 0123456789abcdef0123456789abcdef\r\n",
        "Authorization: Basic ***\r\n",
        "Authorization: Basic\r\n"
      })
  void who_does_not_is_told_nothing(String header) throws IOException {
    assertThat(get("/secret", header)).startsWith("HTTP/1.1 401").doesNotContain("hello");
    assertThat(asked).isEmpty();
  }

  @Test
  void a_wrong_password_is_refused() throws IOException {
    assertThat(get("/secret", basic(TOKEN + ":x"))).startsWith("HTTP/1.1 401");
  }

  @Test
  void what_is_open_needs_none() throws IOException {
    assertThat(get("/open", "")).startsWith("HTTP/1.1 200");
    assertThat(get("/open/x", "")).startsWith("HTTP/1.1 401");
    assertThat(get("//open", "")).doesNotContain("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil:80", "[::2]"})
  void a_name_that_was_bound_to_loopback_from_elsewhere_gets_nothing(String host)
      throws IOException {
    String answer =
        exchange("GET /open HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 421");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9999", "127.0.0.1:1", "[::1]:7878"})
  void loopback_may_be_named_as_one_likes(String host) throws IOException {
    assertThat(exchange("GET /open HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void a_page_from_elsewhere_cannot_post_with_the_browser_s_password() throws IOException {
    assertThat(post("/hooks", "{}", SHOWN + "Origin: https://evil.example\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(asked).isEmpty();
  }

  @Test
  void what_is_posted_arrives() throws IOException {
    assertThat(post("/hooks", "{\"a\": 1}", SHOWN)).startsWith("HTTP/1.1 200");
    assertThat(asked.remove().body()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void a_body_without_end_is_cut_off() throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /hooks HTTP/1.1\r\nHost: localhost\r\n"
                  + SHOWN
                  + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk =
          ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      try {
        for (int i = 0; i < 1000; i++) {
          out.write(chunk);
        }
        out.flush();
      } catch (IOException e) {
        // the connection was closed while we wrote, which is as good an end
        assertThat(asked).isEmpty();
        return;
      }
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isIn("HTTP/1.1 413", "");
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void many_that_say_nothing_do_not_keep_others_out_for_ever() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 60; i++) {
        Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket
            .getOutputStream()
            .write("GET /open HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
        silent.add(socket);
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
    assertThat(getWithPatience("/open")).startsWith("HTTP/1.1 200");
  }

  /** Who comes while too many are there is sent away, and comes again. */
  private String getWithPatience(String path) {
    AssertionError last = new AssertionError("it was not tried");
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end) {
      try {
        return get(path, "");
      } catch (IOException e) {
        last = new AssertionError(e);
      }
    }
    throw last;
  }

  @Test
  void other_methods_are_refused_and_head_has_no_body() throws IOException {
    assertThat(exchange("DELETE /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
    assertThat(exchange("HEAD /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("hello");
  }

  @Test
  void a_failure_is_told_to_us_and_not_to_the_client() throws IOException {
    assertThat(get("/fail", SHOWN)).startsWith("HTTP/1.1 500").doesNotContain("hunter2");
    assertThat(failures).singleElement().asString().contains("hunter2");
  }

  @Test
  void answers_are_not_kept_guessed_at_or_framed() throws IOException {
    assertThat(get("/open", ""))
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .containsIgnoringCase("X-Frame-Options: DENY")
        .containsIgnoringCase("Content-Security-Policy: default-src 'none'");
  }

  @Test
  void it_listens_on_loopback_only() throws IOException {
    AccessToken token = AccessToken.read(folder.resolve("token"));

    assertThatThrownBy(
            () ->
                LoopbackServer.open(
                    new InetSocketAddress("0.0.0.0", 0),
                    token,
                    Set.of(),
                    this::answer,
                    failures::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not on loopback");
  }

  private String get(String path, String headers) throws IOException {
    return exchange(
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
  }

  private String post(String path, String body, String headers) throws IOException {
    return exchange(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + "Content-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n"
            + body);
  }

  private static String basic(String pair) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        + "\r\n";
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
