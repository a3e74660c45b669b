package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.run.Prober;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Where others ask the thread that watches to look at components anew, and wait for the answer. */
final class ProbeDesk implements Prober {
  private final Runnable wake;
  private final Queue<Request> asked = new ConcurrentLinkedQueue<>();
  private final List<Open> open = new ArrayList<>();
  private volatile boolean closed;

  /** Wakes the thread that watches when something is asked. */
  ProbeDesk(Runnable wake) {
    this.wake = wake;
  }

  private record Request(
      Set<ComponentId> components, CompletableFuture<List<ComponentHealth>> answer) {}

  private record Open(Request request, FreshLook look) {}

  /**
   * How components are now; waits for it. For any thread but the one that watches.
   *
   * @throws CancellationException if watching ends meanwhile
   */
  @Override
  public List<ComponentHealth> probe(Set<ComponentId> components) {
    Request request = new Request(Set.copyOf(components), new CompletableFuture<>());
    asked.add(request);
    if (closed) {
      refuse();
    }
    wake.run();
    return request.answer().join();
  }

  /** The checks to be made now for what is asked. For the thread that watches, as all below. */
  List<String> ready(
      Function<Collection<ComponentId>, Set<String>> checksOf, Predicate<String> isBusy) {
    for (Request next = asked.poll(); next != null; next = asked.poll()) {
      open.add(new Open(next, new FreshLook(checksOf.apply(next.components()))));
    }
    return open.stream().flatMap(each -> each.look().ready(isBusy).stream()).distinct().toList();
  }

  /** Answers what can be answered now that these checks have. */
  void answered(Collection<String> checks, Supplier<List<ComponentHealth>> healths) {
    open.forEach(each -> each.look().answered(checks));
    List<Open> complete = open.stream().filter(each -> each.look().isComplete()).toList();
    if (!complete.isEmpty()) {
      List<ComponentHealth> now = healths.get();
      for (Open each : complete) {
        each.request()
            .answer()
            .complete(
                now.stream()
                    .filter(health -> each.request().components().contains(health.id()))
                    .toList());
      }
      open.removeAll(complete);
    }
  }

  /** Answers nothing any more. */
  void close() {
    closed = true;
    open.forEach(each -> each.request().answer().cancel(false));
    open.clear();
    refuse();
  }

  private void refuse() {
    for (Request next = asked.poll(); next != null; next = asked.poll()) {
      next.answer().cancel(false);
    }
  }
}
