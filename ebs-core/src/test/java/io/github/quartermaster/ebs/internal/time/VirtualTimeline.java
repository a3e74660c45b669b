package io.github.quartermaster.ebs.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A timeline on which waiting takes no time, and every call takes the same. */
public final class VirtualTimeline implements Timeline {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::when).thenComparing(Event::number));
  private final Duration latency;
  private Instant now;
  private long numbers;

  /**
   * Begins at this time.
   *
   * @param latency what each call takes
   */
  public VirtualTimeline(Instant now, Duration latency) {
    this.now = now;
    this.latency = latency;
  }

  /** The same time as a clock. */
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void at(Instant when, Runnable task) {
    events.add(new Event(when, numbers++, task, true));
  }

  @Override
  public <T> void call(Callable<T> work, Consumer<T> then) {
    T result;
    try {
      result = work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    events.add(new Event(now.plus(latency), numbers++, () -> then.accept(result), false));
  }

  @Override
  public void run() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      now = event.when.isAfter(now) ? event.when : now;
      event.task.run();
    }
  }

  @Override
  public void stop() {
    events.removeIf(Event::timer);
  }

  @Override
  public void pause(Duration span) {
    now = now.plus(span);
  }

  @Override
  public void close() {
    events.clear();
  }

  private record Event(Instant when, long number, Runnable task, boolean timer) {}
}
