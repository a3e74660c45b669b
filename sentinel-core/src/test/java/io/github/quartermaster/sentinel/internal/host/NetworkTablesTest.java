package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTablesTest {
  private static final String ROUTE_HEADING =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

  @TempDir private Path folder;

  private Path file(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void the_default_route_with_the_smallest_metric_leads() throws Exception {
    Path ipv4 =
        file(
            "route",
            ROUTE_HEADING
                + "wlan0\t00000000\t0100A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
                + "eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
                + "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n");
    assertThat(RouteTable.gateways(ipv4, folder.resolve("none")))
        .containsExactly(
            new Gateway(InetAddress.getByName("192.0.2.1"), "eth0"),
            new Gateway(InetAddress.getByName("192.168.0.1"), "wlan0"));
  }

  @Test
  void an_ipv6_gateway_is_found_and_the_reject_route_is_not() throws Exception {
    String zero = "0".repeat(32);
    Path ipv6 =
        file(
            "ipv6_route",
            zero
                + " 00 "
                + zero
                + " 00 fd000000000000000000000000000001"
                + " 00000400 00000003 00000000 00000003     eth0\n"
                + zero
                + " 00 "
                + zero
                + " 00 "
                + zero
                + " ffffffff 00000001 00000000 00200200       lo\n");
    assertThat(RouteTable.gateways(folder.resolve("none"), ipv6))
        .containsExactly(new Gateway(InetAddress.getByName("fd00::1"), "eth0"));
  }

  @Test
  void a_route_into_a_tunnel_has_no_gateway() throws Exception {
    Path ipv4 =
        file(
            "route",
            ROUTE_HEADING + "tun0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n");
    assertThat(RouteTable.gateways(ipv4, folder.resolve("none")))
        .containsExactly(new Gateway(null, "tun0"));
  }

  @Test
  void nonsense_in_a_route_is_passed_over() throws Exception {
    Path ipv4 =
        file("route", ROUTE_HEADING + "eth0\t00000000\tXYZ\t0003\t0\t0\t0\t00000000\n\n\0\0\n");
    assertThat(RouteTable.gateways(ipv4, ipv4)).isEmpty();
  }

  @Test
  void the_neighbour_table_tells_who_is_there() throws Exception {
    Path arp =
        file(
            "arp",
            "IP address       HW type     Flags       HW address            Mask     Device\n"
                + "192.0.2.1        0x1         0x2         02:fc:00:00:00:05     *        eth0\n"
                + "192.0.2.2        0x1         0x0         00:00:00:00:00:00     *        eth0\n");
    assertThat(NeighbourTable.of(InetAddress.getByName("192.0.2.1"), arp))
        .isEqualTo(Neighbour.KNOWN);
    assertThat(NeighbourTable.of(InetAddress.getByName("192.0.2.2"), arp))
        .isEqualTo(Neighbour.SILENT);
    assertThat(NeighbourTable.of(InetAddress.getByName("192.0.2.3"), arp))
        .isEqualTo(Neighbour.UNTOLD);
  }

  @Test
  void a_link_is_up_by_its_state_and_a_tunnel_by_its_flag() throws Exception {
    file("eth0/operstate", "lowerlayerdown\n");
    file("tun0/operstate", "unknown\n");
    file("tun0/flags", "0x1091\n");
    file("tun1/operstate", "unknown\n");
    file("tun1/flags", "0x1090\n");
    file("tun0/statistics/rx_packets", "10\n");
    file("tun0/statistics/tx_packets", "5\n");
    file("tun0/statistics/rx_errors", "2\n");
    assertThat(LinkTable.of("eth0", folder).orElseThrow().up()).isFalse();
    assertThat(LinkTable.of("tun1", folder).orElseThrow().up()).isFalse();
    assertThat(LinkTable.of("tun0", folder))
        .contains(new LinkState("tun0", true, "unknown", 15, 2, 0));
    assertThat(LinkTable.of("../etc", folder)).isEmpty();
  }

  @Test
  void listening_sockets_are_found_with_their_owner_where_it_can_be_seen() throws Exception {
    String heading = "  sl  local_address rem_address   st tx_queue rx_queue tr ...\n";
    file(
        "net/tcp",
        heading
            + "   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 0 0 0 1674 1\n"
            + "   1: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 0 0 0 1675 1\n"
            + "   2: 0100007F:9999 0100007F:1F90 01 00000000:00000000 00:00000000 0 0 0 1676 1\n");
    Files.createDirectories(folder.resolve("42/fd"));
    Files.createSymbolicLink(folder.resolve("42/fd/3"), Path.of("socket:[1674]"));
    Files.createSymbolicLink(folder.resolve("42/fd/4"), Path.of("pipe:[9]"));
    assertThat(new SocketTable(folder).listening())
        .containsExactlyInAnyOrder(new ListeningPort(8080, 42), new ListeningPort(22, 0));
  }
}
