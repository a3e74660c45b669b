package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.Gateway;
import io.github.quartermaster.sentinel.internal.host.HangingCall;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.LinkState;
import io.github.quartermaster.sentinel.internal.host.NetworkCalls;
import io.github.quartermaster.sentinel.internal.host.NetworkCalls.Connection;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The network as this machine sees it, from its own loopback to a host outside: five components, of
 * which the last two exist where the user has named an address and a name.
 */
final class NetworkProvider implements HealthProvider {
  private static final Duration PING = Duration.ofSeconds(1);

  private final String check;
  private final HostMetrics host;
  private final NetworkCalls calls;
  private final NetworkTargets targets;
  private @Nullable LinkState earlier;

  NetworkProvider(String check, HostMetrics host, NetworkCalls calls, NetworkTargets targets) {
    this.check = check;
    this.host = host;
    this.calls = calls;
    this.targets = targets;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    boolean ownNameServer =
        host.nameServers().stream().anyMatch(it -> it.startsWith("127.") || it.equals("::1"));
    return NetworkComponents.of(check, targets, ownNameServer);
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    Duration time = context.deadline().remaining().multipliedBy(7).dividedBy(10);
    Deadline answers = context.deadline().orIn(time);
    Optional<Gateway> gateway = host.gateways().stream().findFirst();
    String link = gateway.map(Gateway::interfaceName).orElse("");
    if (earlier == null) {
      earlier = host.link(link).orElse(null);
    }
    HangingCall<Connection> outside = connecting(time);
    HangingCall<Lookup> lookup = lookingUp();

    List<Reading> readings = new ArrayList<>();
    readings.add(loopback(time));
    Reading outsideReading = outside == null ? null : outside(outside, answers);
    Reading dnsReading = lookup == null ? null : names(lookup, answers);
    boolean answered =
        outsideReading != null && outsideReading.verdict() instanceof Verdict.Measured;
    Duration left = context.deadline().remaining().dividedBy(2);
    readings.add(
        new GatewayProbe(NetworkComponents.GATEWAY, host, calls)
            .read(gateway, outside != null, answered, left.compareTo(PING) < 0 ? left : PING));
    Optional<LinkState> now = host.link(link);
    readings.add(LinkJudge.of(NetworkComponents.LINK, link, now, earlier));
    earlier = now.orElse(null);
    if (outsideReading != null) {
      readings.add(outsideReading);
    }
    if (dnsReading != null) {
      readings.add(dnsReading);
    }
    return readings;
  }

  private Reading loopback(Duration time) {
    try {
      calls.connectToSelf(time);
      return Reading.of(NetworkComponents.LOOPBACK).message("this machine reaches itself");
    } catch (IOException e) {
      return Reading.down(
              NetworkComponents.LOOPBACK, "this machine does not reach itself: " + e.getMessage())
          .failingAt(Layer.NETWORK);
    }
  }

  private @Nullable HangingCall<Connection> connecting(Duration time) {
    String outside = targets.outsideHost();
    return outside == null
        ? null
        : HangingCall.start("connect", () -> calls.connect(outside, targets.outsidePort(), time));
  }

  private Reading outside(HangingCall<Connection> call, Deadline until)
      throws InterruptedException {
    Connection connection;
    try {
      connection = call.await(until.remaining()).orElse(Connection.SILENT);
    } catch (ExecutionException e) {
      return Reading.unknown(
          NetworkComponents.OUTSIDE, targets.outside() + " could not be tried: " + e.getMessage());
    }
    String name = targets.outside();
    return switch (connection) {
      case MADE -> Reading.of(NetworkComponents.OUTSIDE).message(name + " answers");
      case REFUSED ->
          Reading.of(NetworkComponents.OUTSIDE).message(name + " refuses, so packets travel");
      case SILENT -> unreachable(name + " does not answer", Layer.NETWORK);
      case NO_ROUTE -> unreachable("no route to " + name, Layer.NETWORK);
      case UNRESOLVED -> unreachable(name + " has no address", Layer.NAME);
    };
  }

  private static Reading unreachable(String message, Layer layer) {
    return Reading.down(NetworkComponents.OUTSIDE, message).failingAt(layer);
  }

  private record Lookup(List<InetAddress> addresses, Duration took) {}

  private @Nullable HangingCall<Lookup> lookingUp() {
    String name = targets.name();
    return name == null
        ? null
        : HangingCall.start(
            "resolve",
            () -> {
              long start = System.nanoTime();
              List<InetAddress> addresses = calls.resolve(name);
              return new Lookup(addresses, Duration.ofNanos(System.nanoTime() - start));
            });
  }

  private Reading names(HangingCall<Lookup> call, Deadline until) throws InterruptedException {
    Reading reading;
    try {
      reading =
          call.await(until.remaining())
              .map(this::resolved)
              .orElseGet(() -> unresolved("no name server answers in time for "));
    } catch (ExecutionException e) {
      reading = unresolved("no address is found for ");
    }
    return reading.evidence("name servers", String.join(", ", host.nameServers()));
  }

  private Reading resolved(Lookup lookup) {
    String addresses =
        lookup.addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    return Reading.of(NetworkComponents.DNS)
        .message(targets.name() + " is " + addresses)
        .metric(Metric.of("time", lookup.took().toMillis() / 1000.0, "s"));
  }

  private Reading unresolved(String what) {
    return Reading.down(NetworkComponents.DNS, what + targets.name()).failingAt(Layer.NAME);
  }
}
