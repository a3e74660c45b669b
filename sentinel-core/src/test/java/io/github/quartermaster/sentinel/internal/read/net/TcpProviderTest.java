package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ports that take connections, and those that do not. */
@Timeout(60)
class TcpProviderTest {
  private final TcpProviderFactory factory = new TcpProviderFactory();

  @Test
  void open_port_is_measured() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Reading reading =
          Probing.of(
                  factory,
                  Probing.AMPLE,
                  "host",
                  "127.0.0.1",
                  "port",
                  (long) server.port(),
                  "warn",
                  Range.atMost(1),
                  "crit",
                  Range.atMost(2))
              .it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(reading.message()).startsWith("connected in ");
      assertThat(reading.metrics()).hasSize(1);
      assertThat(reading.metrics().get(0).critical()).isEqualTo(Range.atMost(2));
    }
  }

  @Test
  void refused_port_is_down_at_the_transport_layer() throws Exception {
    int port = FaultyServer.freePort();
    Reading reading =
        Probing.of(factory, Probing.AMPLE, "host", "127.0.0.1", "port", (long) port).it();

    assertThat(Probing.score(reading)).isEqualTo(10_000);
    assertThat(reading.layer()).isEqualTo(Layer.TRANSPORT);
    assertThat(reading.message())
        .isEqualTo(
            "127.0.0.1:" + port + " refuses connections: the host is up, nothing listens there");
  }

  @Test
  void port_that_does_not_react_is_told_from_one_that_refuses() throws Exception {
    // the kernel drops what does not fit into the queue of a server that accepts nothing
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      List<Socket> waiting = fill(server);
      Reading reading =
          Probing.of(
                  factory, Probing.BRIEF, "host", "127.0.0.1", "port", (long) server.getLocalPort())
              .it();

      assertThat(Probing.score(reading)).isEqualTo(10_000);
      assertThat(reading.layer()).isEqualTo(Layer.NETWORK);
      assertThat(reading.message()).contains("does not react within 1.");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void both_addresses_of_a_name_are_tried_and_one_family_is_enough() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Reading reading = Probing.of(factory, Probing.AMPLE, "port", (long) server.port()).it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(Probing.evidence(reading))
          .contains("127.0.0.1:" + server.port() + " connected", "refuses connections");
    }
  }

  @Test
  void what_the_server_has_to_say_is_heard() throws Exception {
    try (FaultyServer server = FaultyServer.answering("+PONG\r\n")) {
      Reading reading =
          Probing.of(
                  factory,
                  Probing.AMPLE,
                  "host",
                  "127.0.0.1",
                  "port",
                  (long) server.port(),
                  "send",
                  "PING\r\n\r\n",
                  "expect",
                  "PONG")
              .it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(server.heard()).contains("PING\r\n\r\n");
    }
  }

  @Test
  void server_that_says_something_else_is_critical() throws Exception {
    try (FaultyServer server = FaultyServer.answering("-LOADING\r\n")) {
      Reading reading =
          Probing.of(
                  factory,
                  Probing.AMPLE,
                  "host",
                  "127.0.0.1",
                  "port",
                  (long) server.port(),
                  "send",
                  "PING\r\n\r\n",
                  "expect",
                  "PONG")
              .it();

      assertThat(Probing.score(reading)).isEqualTo(3162);
      assertThat(reading.layer()).isEqualTo(Layer.APPLICATION);
      assertThat(reading.message())
          .contains("does not say \"PONG\" and closes the connection, but \"-LOADING\"");
    }
  }

  @Test
  void server_that_babbles_or_drips_is_not_listened_to_for_ever() throws Exception {
    try (FaultyServer babbling = FaultyServer.dripping("", "y".repeat(1000), 0);
        FaultyServer dripping = FaultyServer.dripping("", "z", 20)) {
      Reading babble =
          Probing.of(
                  factory,
                  Probing.AMPLE,
                  "host",
                  "127.0.0.1",
                  "port",
                  (long) babbling.port(),
                  "send",
                  "hello\r\n\r\n",
                  "expect",
                  "welcome")
              .it();
      Reading drip =
          Probing.of(
                  factory,
                  Probing.BRIEF,
                  "host",
                  "127.0.0.1",
                  "port",
                  (long) dripping.port(),
                  "send",
                  "hello\r\n\r\n",
                  "expect",
                  "welcome")
              .it();

      assertThat(babble.message()).contains("in its first 64 KiB");
      assertThat(drip.message()).contains("within the time of this check", "zzz");
    }
  }

  @Test
  void one_component_is_named_after_the_check_and_needs_the_name() throws Exception {
    List<Component> components =
        factory
            .create("it", Probing.settings("host", "db.example", "port", 5432L))
            .components(Probing.context(Probing.AMPLE));

    assertThat(components).extracting(c -> c.id().value()).containsOnly("it", "dns:db.example");
    Component it = components.stream().filter(c -> c.id().value().equals("it")).findFirst().get();
    assertThat(it.requires())
        .extracting(Requirement::target)
        .containsExactly("dns:db.example", "net:gateway");
    assertThat(it.type()).isEqualTo("tcp");
  }

  @Test
  void port_that_is_none_is_refused() {
    for (long port : List.of(0L, -1L, 65_536L, 1L << 33)) {
      assertThatThrownBy(() -> factory.create("it", Probing.settings("port", port)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a port is between 1 and 65535");
    }
  }

  @Test
  void metrics_are_known_numbers() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Reading reading = Probing.of(factory, Probing.AMPLE, "port", (long) server.port()).it();

      assertThat(reading.metrics()).allMatch(metric -> metric.known().isPresent());
      assertThat(reading.metrics()).extracting(Metric::unit).containsOnly("s");
    }
  }

  private static List<Socket> fill(ServerSocket server) throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 300);
      }
    } catch (SocketTimeoutException full) {
      return waiting;
    }
    throw new IllegalStateException("the queue takes everybody");
  }
}
