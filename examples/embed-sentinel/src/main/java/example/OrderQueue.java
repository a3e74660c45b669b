package example;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.Reading;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A queue of orders, worked off over a few connections, that can say how it is and why. */
public final class OrderQueue {
  private static final int CONNECTIONS = 4;

  private final Queue<String> orders = new ConcurrentLinkedQueue<>();
  private final Semaphore connections = new Semaphore(CONNECTIONS);

  public void add(String order) {
    orders.add(order);
  }

  /** Takes a connection; who forgets to give it back lacks it. */
  public boolean takeConnection() {
    return connections.tryAcquire();
  }

  /** Measures what only this program knows. */
  public CheckResult health() {
    try (Sentinel sentinel =
        Sentinel.builder()
            .provider(
                "orders",
                context ->
                    Reading.of("queue:orders").metric("waiting", orders.size(), "", 100, 1000))
            .provider(
                "connections",
                context -> Reading.of("pool:connections").metric("used", used(), "%", 80, 95))
            .requires("queue:orders", "pool:connections")
            .build()) {
      return sentinel.check(CheckRequest.ALL);
    }
  }

  private double used() {
    return 100.0 * (CONNECTIONS - connections.availablePermits()) / CONNECTIONS;
  }
}
