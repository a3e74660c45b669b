package io.github.quartermaster.ebs.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of AWS sends. */
@Timeout(30)
class HostileRequestTest {
  private static final String SIGNED =
      "Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/ec2/aws4_request,"
          + " SignedHeaders=host, Signature=0\r\n";

  private final Ec2Emulator emulator = Ec2Emulator.builder().start();

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET http://elsewhere/ HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nno colon\r\n\r\n"
      })
  void request_that_is_none_is_answered_with_400(String request) throws IOException {
    assertThat(send(request)).startsWith("HTTP/1.1 400 ").contains("Bad request: ");
  }

  @Test
  void endless_line_is_refused() throws IOException {
    assertThat(send("GET /" + "a".repeat(16 * 1024 + 10))).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void endless_headers_are_refused() throws IOException {
    StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\n");
    for (int index = 0; index < 101; index++) {
      request.append("h").append(index).append(": x\r\n");
    }

    assertThat(send(request.toString())).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void unsigned_request_is_refused() throws IOException {
    assertThat(send("GET /?Action=DescribeVolumes HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .contains("<Code>MissingAuthenticationToken</Code>");
  }

  @Test
  void broken_form_is_refused() throws IOException {
    assertThat(send("GET /?Action=%zz HTTP/1.1\r\nConnection: close\r\n" + SIGNED + "\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("MalformedQueryString");
  }

  @Test
  void request_without_action_is_refused() throws IOException {
    assertThat(send("GET / HTTP/1.1\r\nConnection: close\r\n" + SIGNED + "\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("MissingAction");
  }

  @Test
  void action_in_the_query_is_served() throws IOException {
    String query = "GET /?Action=DescribeVolumes&Version=2016-11-15 HTTP/1.1\r\n";

    assertThat(send(query + "Connection: close\r\n" + SIGNED + "\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("<volumeSet/>");
  }

  @Test
  void foreign_host_does_not_reach_the_control_pages() throws IOException {
    assertThat(
            send(
                "POST /_emulator/advance?seconds=1 HTTP/1.1\r\nHost: evil.example\r\n"
                    + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ");
  }

  @Test
  void mistaken_control_request_is_told_what_there_is() throws IOException {
    String end = " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

    assertThat(send("POST /_emulator/advance?seconds=-1" + end))
        .startsWith("HTTP/1.1 400 ")
        .contains("advance?seconds=60");
    assertThat(send("GET /_emulator/nothing" + end))
        .startsWith("HTTP/1.1 404 ")
        .contains("/_emulator/requests");
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", emulator.endpoint().getPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      StringBuilder answer = new StringBuilder();
      try {
        for (int next; (next = socket.getInputStream().read()) >= 0; ) {
          answer.append((char) next);
        }
      } catch (SocketException reset) {
        // what came before it counts
      }
      return answer.toString();
    }
  }
}
