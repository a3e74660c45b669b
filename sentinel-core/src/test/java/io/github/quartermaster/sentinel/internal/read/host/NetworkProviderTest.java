package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.host.Gateway;
import io.github.quartermaster.sentinel.internal.host.LinkState;
import io.github.quartermaster.sentinel.internal.host.Neighbour;
import io.github.quartermaster.sentinel.internal.host.NetworkCalls;
import io.github.quartermaster.sentinel.internal.host.SocketCalls;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NetworkProviderTest {
  private static final Verdict DOWN = new Verdict.Given(Score.DOWN);
  private static final Map<String, Object> ALL =
      Map.of("outside", "192.0.2.7:443", "resolve", "shop.example");

  private final FakeHost host = new FakeHost();
  private final FakeCalls calls = new FakeCalls();
  private HealthProvider provider = Probing.provider(new NetworkFactory(host, calls), "net", ALL);

  private static final class FakeCalls implements NetworkCalls {
    private boolean answers;
    private boolean alone;
    private boolean broken;
    private Connection connection = Connection.MADE;
    private final Map<String, InetAddress> names = new HashMap<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private boolean silent;

    @Override
    public boolean answers(InetAddress address, Duration timeout) {
      return answers;
    }

    @Override
    public Connection connect(String host, int port, Duration timeout) {
      if (broken) {
        throw new IllegalStateException("too many open files");
      }
      return connection;
    }

    @Override
    public void connectToSelf(Duration timeout) throws IOException {
      if (alone) {
        throw new IOException("Network is unreachable");
      }
    }

    @Override
    public List<InetAddress> resolve(String name) throws UnknownHostException {
      if (silent) {
        try {
          silence.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      InetAddress address = names.get(name);
      if (address == null) {
        throw new UnknownHostException(name);
      }
      return List.of(address);
    }
  }

  private void healthy() throws UnknownHostException {
    host.gateways.add(new Gateway(address("192.0.2.1"), "eth0"));
    host.links.put("eth0", new LinkState("eth0", true, "up", 1000, 0, 0));
    host.nameServers.add("192.0.2.53");
    calls.answers = true;
    calls.names.put("shop.example", address("192.0.2.80"));
  }

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  private Reading reading(String id) throws Exception {
    return Probing.of(provider.probe(Probing.context()), id);
  }

  @Test
  void a_healthy_network_is_fine_at_every_rung() throws Exception {
    healthy();
    List<Reading> readings = provider.probe(Probing.context());
    assertThat(readings)
        .allSatisfy(
            reading -> {
              assertThat(reading.verdict()).isInstanceOf(Verdict.Measured.class);
              assertThat(reading.layer()).isNull();
              assertThat(Probing.judged(reading)).isEqualTo("fine");
            })
        .extracting(reading -> reading.component().value())
        .containsExactlyInAnyOrder(
            "net:loopback", "net:link", "net:gateway", "net:outside", "net:dns");
    assertThat(Probing.of(readings, "net:dns").message()).isEqualTo("shop.example is 192.0.2.80");
    assertThat(Probing.of(readings, "net:dns").evidence())
        .anyMatch(it -> it.text().equals("192.0.2.53"));
  }

  @Test
  void a_pulled_cable_fails_at_the_link() throws Exception {
    healthy();
    host.links.put("eth0", new LinkState("eth0", false, "lowerlayerdown", 0, 0, 0));
    Reading reading = reading("net:link");
    assertThat(reading.verdict()).isEqualTo(DOWN);
    assertThat(reading.layer()).isEqualTo(Layer.LINK);
    assertThat(reading.message()).isEqualTo("eth0 is down (lowerlayerdown)");
  }

  @Test
  void faulty_packets_since_the_last_look_are_told() throws Exception {
    healthy();
    provider.probe(Probing.context());
    host.links.put("eth0", new LinkState("eth0", true, "up", 1800, 200, 3));
    Reading reading = reading("net:link");
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.message()).isEqualTo("eth0 is up, 20 % of its packets are faulty (1/10)");
    assertThat(reading.layer()).isEqualTo(Layer.LINK);
  }

  @Test
  void a_silent_gateway_is_down_only_where_its_hardware_address_is_missing() throws Exception {
    healthy();
    calls.answers = false;
    calls.connection = NetworkCalls.Connection.SILENT;
    host.neighbour = Neighbour.SILENT;
    Reading reading = reading("net:gateway");
    assertThat(reading.verdict()).isEqualTo(DOWN);
    assertThat(reading.layer()).isEqualTo(Layer.NETWORK);
    assertThat(reading.message()).startsWith("gateway 192.0.2.1 is silent");
  }

  @Test
  void a_gateway_that_swallows_pings_is_never_down() throws Exception {
    healthy();
    calls.answers = false;
    host.neighbour = Neighbour.KNOWN;
    assertThat(reading("net:gateway").verdict()).isInstanceOf(Verdict.Measured.class);
    host.neighbour = Neighbour.UNTOLD;
    assertThat(reading("net:gateway").message()).contains("passes packets on");
    calls.connection = NetworkCalls.Connection.SILENT;
    assertThat(reading("net:gateway").verdict()).isInstanceOf(Verdict.NotChecked.class);
  }

  @Test
  void without_a_default_route_nothing_is_wrong_unless_something_outside_is_wanted()
      throws Exception {
    calls.connection = NetworkCalls.Connection.NO_ROUTE;
    assertThat(reading("net:gateway").verdict()).isEqualTo(DOWN);
    provider = Probing.provider(new NetworkFactory(host, calls), "net", Map.of());
    assertThat(provider.probe(Probing.context()))
        .filteredOn(it -> !it.component().equals(new ComponentId("net:loopback")))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.verdict()).isInstanceOf(Verdict.NotChecked.class));
  }

  @Test
  void a_tunnel_needs_no_gateway() throws Exception {
    host.gateways.add(new Gateway(null, "tun0"));
    Reading reading = reading("net:gateway");
    assertThat(reading.verdict()).isInstanceOf(Verdict.NotChecked.class);
    assertThat(reading.message()).contains("tun0");
  }

  @Test
  void what_could_not_be_tried_proves_nothing_of_the_gateway() throws Exception {
    healthy();
    calls.answers = false;
    calls.broken = true;
    host.neighbour = Neighbour.SILENT;

    assertThat(reading("net:outside").verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading("net:gateway").verdict()).isEqualTo(DOWN);
  }

  @Test
  void a_refusal_outside_proves_that_packets_travel() throws Exception {
    calls.connection = NetworkCalls.Connection.REFUSED;
    assertThat(reading("net:outside").verdict()).isInstanceOf(Verdict.Measured.class);
    calls.connection = NetworkCalls.Connection.SILENT;
    assertThat(reading("net:outside").verdict()).isEqualTo(DOWN);
    assertThat(reading("net:outside").layer()).isEqualTo(Layer.NETWORK);
  }

  @Test
  void an_unknown_name_and_a_silent_name_server_fail_at_the_name() throws Exception {
    Reading unknown = reading("net:dns");
    assertThat(unknown.verdict()).isEqualTo(DOWN);
    assertThat(unknown.layer()).isEqualTo(Layer.NAME);
    calls.silent = true;
    Reading silent = Probing.of(provider.probe(Probing.context(Duration.ofMillis(300))), "net:dns");
    assertThat(silent.message()).startsWith("no name server answers in time");
    calls.silence.countDown();
  }

  @Test
  void a_machine_that_does_not_reach_itself_is_told() throws Exception {
    calls.alone = true;
    assertThat(reading("net:loopback").verdict()).isEqualTo(DOWN);
  }

  @Test
  void whoever_needs_the_network_needs_the_topmost_part_only() throws Exception {
    healthy();
    List<Component> all = provider.components(Probing.context());
    assertThat(all)
        .filteredOn(component -> component.provides().contains("network"))
        .extracting(component -> component.id().value())
        .containsExactly("net:outside");
    assertThat(needs(all, "net:outside")).containsExactly("net:gateway");
    assertThat(needs(all, "net:gateway")).containsExactly("net:link");
    assertThat(needs(all, "net:dns")).containsExactly("net:gateway");
    host.nameServers.set(0, "127.0.0.53");
    assertThat(needs(provider.components(Probing.context()), "net:dns")).isEmpty();

    provider = Probing.provider(new NetworkFactory(host, calls), "net", Map.of());
    assertThat(provider.components(Probing.context()))
        .filteredOn(component -> component.provides().contains("network"))
        .extracting(component -> component.id().value())
        .containsExactly("net:gateway");
  }

  private static List<String> needs(List<Component> all, String id) {
    return all.stream()
        .filter(component -> component.id().value().equals(id))
        .flatMap(component -> component.requires().stream())
        .map(Requirement::target)
        .toList();
  }

  @Test
  void an_address_outside_needs_a_port() {
    for (String wrong : List.of("192.0.2.7", "192.0.2.7:0", "192.0.2.7:70000", ":1", "a b:1")) {
      assertThatThrownBy(() -> NetworkTargets.of(wrong, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("an address with a port");
    }
    assertThat(NetworkTargets.of("[2001:db8::7]:443", null).outside())
        .isEqualTo("[2001:db8::7]:443");
  }

  @Test
  void real_sockets_tell_a_listening_port_from_a_closed_one() throws Exception {
    SocketCalls real = new SocketCalls();
    Duration time = Duration.ofSeconds(10);
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertThat(real.connect("127.0.0.1", port, time)).isEqualTo(NetworkCalls.Connection.MADE);
    }
    assertThat(real.connect("127.0.0.1", port, time)).isEqualTo(NetworkCalls.Connection.REFUSED);
    assertThat(real.connect("no-such-host", 1, time)).isEqualTo(NetworkCalls.Connection.UNRESOLVED);
    real.connectToSelf(time);
  }
}
