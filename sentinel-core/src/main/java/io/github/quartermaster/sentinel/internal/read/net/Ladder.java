package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies between the name of a server and its answer: the name's resolution, connections, the
 * TLS handshake. Each rung is a component of its own and is tried by itself, all at once, so that
 * the lowest broken one can be told from what fails because of it.
 *
 * @param check the check that it belongs to
 * @param endpoint where the server is
 * @param tcp the component of connections to it
 * @param handshake how to shake hands, or null where the server does not speak TLS
 */
record Ladder(String check, Endpoint endpoint, ComponentId tcp, @Nullable Handshake handshake) {
  private static final String GATEWAY = "net:gateway";
  private static final String PORT_TAG = "port:";

  /** The rungs, and what they stand on. */
  List<Component> components() {
    List<Component> rungs = new ArrayList<>();
    if (handshake != null) {
      rungs.add(rung(handshake.component(), "tls").requiring(Requirement.on(tcp)));
    }
    Component connections = rung(tcp, "tcp");
    if (endpoint.isLoopback()) {
      // the process that listens there, where some check looks after it
      rungs.add(
          connections.requiring(provider(Requirement.TAG_PREFIX + PORT_TAG + endpoint.port())));
      return rungs;
    }
    if (hasName()) {
      connections = connections.requiring(Requirement.on(endpoint.dns()));
      rungs.add(rung(endpoint.dns(), "dns").requiring(provider(GATEWAY)));
    }
    rungs.add(connections.requiring(provider(GATEWAY)));
    return rungs;
  }

  /** The highest rung, on which whatever answers there stands. */
  ComponentId top() {
    return handshake == null ? tcp : handshake.component();
  }

  /** Begins to try all rungs. */
  Climb start(Instant now, SideWork work) {
    Future<Resolution> name = work.start(() -> Resolution.of(endpoint.host()));
    Connecting connecting = new Connecting(endpoint, tcp, work);
    Future<Rung> connected =
        work.start(() -> connecting.rung(SideWork.result(name, work.deadline())));
    Optional<Future<Rung>> tls =
        Optional.ofNullable(handshake).map(h -> work.start(() -> shake(h, connecting, now, work)));
    return new Climb(this, name, connecting, connected, tls, work);
  }

  private static Rung shake(Handshake handshake, Connecting connecting, Instant now, SideWork work)
      throws InterruptedException {
    return handshake.rung(connecting.first(), now, work);
  }

  /** What everything outside of this host needs. */
  static Requirement gateway() {
    return provider(GATEWAY);
  }

  private boolean hasName() {
    return !endpoint.isAddress() && !endpoint.isLoopback();
  }

  private Component rung(ComponentId id, String type) {
    return Component.of(id, check, type, Blame.INHERITABLE);
  }

  /** Holds where there is such a thing, and is no mistake where there is none. */
  private static Requirement provider(String target) {
    return new Requirement(target, 1, Dependency.Origin.PROVIDER);
  }

  /** The rungs being tried. */
  record Climb(
      Ladder ladder,
      Future<Resolution> name,
      Connecting connecting,
      Future<Rung> connected,
      Optional<Future<Rung>> tls,
      SideWork work) {

    /** All rungs from the lowest up, once they are tried, or the time is over. */
    List<Rung> rungs() throws InterruptedException {
      List<Rung> rungs = new ArrayList<>();
      Optional<Resolution> resolution = work.result(name);
      if (ladder.hasName()) {
        rungs.add(dns(resolution));
      }
      rungs.add(
          work.result(connected)
              .orElseGet(() -> late(ladder.tcp(), Layer.TRANSPORT, lowest(rungs))));
      if (tls.isPresent()) {
        Rung shaken =
            work.result(tls.get()).orElseGet(() -> late(ladder.top(), Layer.TLS, lowest(rungs)));
        // where there is no connection, that is what is wrong with the handshake
        Optional<Fault> below = lowest(rungs);
        if (below.isPresent()) {
          shaken = Rung.broken(ladder.top(), below.get());
        }
        rungs.add(shaken);
      }
      return rungs;
    }

    private Rung dns(Optional<Resolution> resolution) {
      ComponentId id = ladder.endpoint().dns();
      String host = ladder.endpoint().host();
      if (resolution.isEmpty()) {
        return Rung.broken(id, Fault.unresolved(host));
      }
      if (resolution.get().addresses().isEmpty()) {
        return Rung.broken(id, Fault.unknownHost(host));
      }
      Duration took = resolution.get().took();
      return Rung.holds(
          Reading.of(id)
              .message(resolution.get().shown() + " in " + Texts.seconds(took))
              .metric(Metric.of("time", Texts.number(took), "s")));
    }

    /** What a rung is that was not done in time: most often because of one below. */
    private Rung late(ComponentId component, Layer layer, Optional<Fault> below) {
      return Rung.broken(
          component, below.orElseGet(() -> Fault.late(ladder.endpoint().toString(), layer)));
    }
  }

  /** Why nothing above can work, by the lowest rung that is broken. */
  static Optional<Fault> lowest(List<Rung> rungs) {
    return rungs.stream().map(Rung::fault).flatMap(Stream::ofNullable).findFirst();
  }
}
