package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Opens a connection to each address of an endpoint, all at once. One that answers is enough for
 * the endpoint to be up; where others of the same family do not, some of its users meet those.
 */
final class Connecting {
  private static final int MOST_ADDRESSES = 8;
  // once an address has answered, how long the others may still take
  private static final Duration STRAGGLERS = Duration.ofSeconds(1);

  private static final String ADDRESS = "address";

  private final Endpoint endpoint;
  private final ComponentId component;
  private final SideWork work;
  private final CompletableFuture<Optional<InetAddress>> first = new CompletableFuture<>();

  Connecting(Endpoint endpoint, ComponentId component, SideWork work) {
    this.endpoint = endpoint;
    this.component = component;
    this.work = work;
  }

  /** Waits for the first address that answers; nothing where none does. */
  Optional<InetAddress> first() throws InterruptedException {
    return SideWork.result(first, work.deadline()).flatMap(found -> found);
  }

  /** Tries the addresses that the name has. */
  Rung rung(Optional<Resolution> resolution) throws InterruptedException {
    try {
      if (resolution.isEmpty()) {
        return broken(Fault.unresolved(endpoint.host()));
      }
      List<InetAddress> addresses = resolution.get().addresses();
      if (addresses.isEmpty()) {
        return broken(Fault.unknownHost(endpoint.host()));
      }
      return judge(attempts(addresses));
    } finally {
      first.complete(Optional.empty());
    }
  }

  /** Whether a rung was tried at more than one address. */
  static boolean triedSeveral(Reading reading) {
    return reading.evidence().stream().anyMatch(evidence -> evidence.label().equals(ADDRESS));
  }

  private List<Attempt> attempts(List<InetAddress> addresses) throws InterruptedException {
    List<InetAddress> some = addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()));
    List<Future<Attempt>> tasks = new ArrayList<>();
    for (InetAddress address : some) {
      tasks.add(work.start(() -> attempt(address)));
    }
    long start = System.nanoTime();
    List<Attempt> attempts = new ArrayList<>();
    Deadline until = work.deadline();
    for (int i = 0; i < some.size(); i++) {
      if (first.isDone()) {
        until = until.orIn(STRAGGLERS);
      }
      Optional<Attempt> attempt = SideWork.result(tasks.get(i), until);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      InetAddress address = some.get(i);
      attempts.add(
          attempt.orElseGet(() -> new Attempt(address, took, Fault.silent(shown(address), took))));
    }
    return attempts;
  }

  private Attempt attempt(InetAddress address) {
    long start = System.nanoTime();
    @Nullable Fault fault = null;
    try (Socket socket = work.closing(new Socket())) {
      socket.connect(
          new InetSocketAddress(address, endpoint.port()), work.deadline().remainingMillis());
      first.complete(Optional.of(address));
    } catch (IOException e) {
      fault = Fault.ofConnecting(e, shown(address), Duration.ofNanos(System.nanoTime() - start));
    }
    return new Attempt(address, Duration.ofNanos(System.nanoTime() - start), fault);
  }

  private Rung judge(List<Attempt> attempts) {
    List<Attempt> up = attempts.stream().filter(attempt -> attempt.fault() == null).toList();
    Rung rung = up.isEmpty() ? broken(worst(attempts)) : holds(attempts, up);
    if (attempts.size() == 1) {
      return rung;
    }
    Reading reading = rung.reading();
    for (Attempt attempt : attempts) {
      reading = reading.evidence(ADDRESS, attempt.shown(endpoint));
    }
    return new Rung(reading, rung.fault());
  }

  private Rung holds(List<Attempt> attempts, List<Attempt> up) {
    Attempt best = up.get(0);
    Reading reading =
        Reading.of(component)
            .metric(Metric.of("time", Texts.number(best.took()), "s"))
            .message("connected in " + Texts.seconds(best.took()));
    for (Attempt attempt : attempts) {
      boolean sameFamilyIsUp = up.stream().anyMatch(other -> other.isV6() == attempt.isV6());
      if (attempt.fault() != null && sameFamilyIsUp) {
        return Rung.holds(
            reading
                .verdict(new Verdict.Given(Score.WARNING))
                .message(
                    "only "
                        + up.size()
                        + " of "
                        + attempts.size()
                        + " addresses answer: "
                        + attempt.fault().message())
                .failingAt(attempt.fault().layer()));
      }
    }
    return Rung.holds(reading);
  }

  /** Refused says more than silence: the host is there. */
  private static Fault worst(List<Attempt> attempts) {
    Fault fault = attempts.get(0).fault();
    for (Attempt attempt : attempts) {
      if (attempt.fault() != null && attempt.fault().layer() == Layer.TRANSPORT) {
        fault = attempt.fault();
      }
    }
    return fault == null ? new Fault(Layer.TRANSPORT, "no address answers") : fault;
  }

  private Rung broken(Fault fault) {
    return Rung.broken(component, fault);
  }

  private String shown(InetAddress address) {
    String text = address.getHostAddress();
    String at = new Endpoint(text, endpoint.port()).toString();
    return endpoint.host().equals(text) ? at : endpoint + " (" + text + ")";
  }

  /** One address tried. */
  private record Attempt(InetAddress address, Duration took, @Nullable Fault fault) {
    boolean isV6() {
      return address instanceof Inet6Address;
    }

    String shown(Endpoint endpoint) {
      return fault == null
          ? new Endpoint(address.getHostAddress(), endpoint.port())
              + " connected in "
              + Texts.seconds(took)
          : fault.message();
    }
  }
}
