package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Verdict;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names with several addresses, some of which answer. */
@Timeout(60)
class ConnectingTest {

  @Test
  void one_of_two_addresses_that_refuses_is_a_warning() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Rung rung = connect(server.port(), "127.0.0.1", "127.0.0.2");

      assertThat(rung.fault()).isNull();
      Reading reading = rung.reading();
      assertThat(Probing.score(reading)).isEqualTo(316);
      assertThat(reading.layer()).isEqualTo(Layer.TRANSPORT);
      assertThat(reading.message())
          .startsWith(
              "only 1 of 2 addresses answer: shop:" + server.port() + " (127.0.0.2) refuses");
      assertThat(reading.evidence()).hasSize(2);
    }
  }

  @Test
  void another_family_that_refuses_is_evidence_only() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Rung rung = connect(server.port(), "::1", "127.0.0.1");

      assertThat(rung.reading().verdict()).isEqualTo(new Verdict.Measured());
      assertThat(Probing.evidence(rung.reading())).contains("refuses connections", "connected in");
    }
  }

  @Test
  void first_address_that_answers_is_the_one_to_go_on_with() throws Exception {
    try (FaultyServer server = FaultyServer.hanging();
        SideWork work = new SideWork(Deadline.in(Probing.AMPLE))) {
      Connecting connecting = connecting(server.port(), work);
      connecting.rung(Optional.of(resolution("127.0.0.2", "127.0.0.1")));

      assertThat(connecting.first()).contains(InetAddress.getByName("127.0.0.1"));
    }
  }

  @Test
  void no_address_that_answers_is_down() throws Exception {
    Rung rung = connect(FaultyServer.freePort(), "127.0.0.1", "127.0.0.2");

    assertThat(Probing.score(rung.reading())).isEqualTo(10_000);
    assertThat(rung.fault()).isNotNull();
    assertThat(rung.reading().evidence()).hasSize(2);
  }

  @Test
  void name_that_is_not_resolved_in_time_is_a_fault_of_the_name() throws Exception {
    try (SideWork work = new SideWork(Deadline.in(Probing.AMPLE))) {
      Connecting connecting = connecting(80, work);
      Rung rung = connecting.rung(Optional.empty());

      assertThat(rung.reading().layer()).isEqualTo(Layer.NAME);
      assertThat(rung.reading().message()).startsWith("shop is not resolved in time");
      assertThat(connecting.first()).isEmpty();
    }
  }

  private static Rung connect(int port, String... addresses) throws Exception {
    try (SideWork work = new SideWork(Deadline.in(Probing.AMPLE))) {
      return connecting(port, work).rung(Optional.of(resolution(addresses)));
    }
  }

  private static Connecting connecting(int port, SideWork work) {
    return new Connecting(new Endpoint("shop", port), new ComponentId("tcp:shop"), work);
  }

  private static Resolution resolution(String... addresses) throws Exception {
    List<InetAddress> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(InetAddress.getByName(address));
    }
    return new Resolution("shop", all, Duration.ZERO);
  }
}
