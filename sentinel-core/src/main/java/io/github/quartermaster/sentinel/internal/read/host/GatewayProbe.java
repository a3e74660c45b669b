package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.Gateway;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.Neighbour;
import io.github.quartermaster.sentinel.internal.host.NetworkCalls;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Reading;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the default gateway lives. Many answer no ping, and no ordinary process may send one; so
 * silence alone proves nothing. Down is only what does not even answer the question for its
 * hardware address, or what is not there although something outside is to be reached.
 */
final class GatewayProbe {
  private final ComponentId id;
  private final HostMetrics host;
  private final NetworkCalls calls;

  GatewayProbe(ComponentId id, HostMetrics host, NetworkCalls calls) {
    this.id = id;
    this.host = host;
    this.calls = calls;
  }

  /**
   * Looks at the preferred gateway.
   *
   * @param outsideWanted whether something beyond it is to be reached
   * @param outsideAnswers whether that has answered
   */
  Reading read(
      Optional<Gateway> gateway, boolean outsideWanted, boolean outsideAnswers, Duration time) {
    if (gateway.isEmpty()) {
      return outsideWanted && !outsideAnswers
          ? Reading.down(id, "there is no default route").failingAt(Layer.NETWORK)
          : Reading.notChecked(id, "there is no default route");
    }
    InetAddress address = gateway.get().address();
    if (address == null) {
      return Reading.notChecked(
          id,
          "the default route needs no gateway, " + gateway.get().interfaceName() + " leads out");
    }
    String name = "gateway " + address.getHostAddress();
    if (calls.answers(address, time)) {
      return Reading.of(id).message(name + " answers");
    }
    // asked only now: the attempt has made the kernel ask for the hardware address
    Neighbour neighbour = host.neighbour(address);
    if (neighbour == Neighbour.KNOWN) {
      return Reading.of(id).message(name + " answers no ping, but is there");
    }
    if (outsideAnswers) {
      return Reading.of(id).message(name + " answers no ping, but passes packets on");
    }
    return neighbour == Neighbour.SILENT
        ? Reading.down(id, name + " is silent: nobody on the network has its address")
            .failingAt(Layer.NETWORK)
        : Reading.notChecked(id, name + " answers no ping, and nothing else tells about it");
  }
}
