package io.github.quartermaster.ebs.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The timeline of the real world: a clock, and threads for what takes long. */
public final class ThreadTimeline implements Timeline {
  /** How soon a clock that was set is noticed. */
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  private final Clock clock;
  private final Idleness idleness;
  private final ExecutorService workers;
  private final BlockingQueue<Runnable> returned = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::when).thenComparing(Timer::number));
  private long timersSet;
  private int underWay;

  /** By this clock, and with at most that many threads. */
  public ThreadTimeline(Clock clock, int threads) {
    this(clock, threads, next -> false);
  }

  /** With a say in what happens while there is nothing to do but to wait. */
  public ThreadTimeline(Clock clock, int threads, Idleness idleness) {
    this.clock = clock;
    this.idleness = idleness;
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "ebs-call");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What may make time pass faster. */
  @FunctionalInterface
  public interface Idleness {
    /**
     * Nothing is under way, and nothing happens before this time.
     *
     * @return whether the clock has reached it by now, so that nobody needs to wait
     */
    boolean skipTo(Instant next);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void at(Instant when, Runnable task) {
    timers.add(new Timer(when, timersSet++, task));
  }

  @Override
  public <T> void call(Callable<T> work, Consumer<T> then) {
    underWay++;
    workers.execute(() -> returned.add(outcomeOf(work, then)));
  }

  private static <T> Runnable outcomeOf(Callable<T> work, Consumer<T> then) {
    try {
      T result = work.call();
      return () -> then.accept(result);
    } catch (Exception | Error failure) {
      return () -> rethrow(failure);
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(failure);
  }

  @Override
  public void run() {
    while (true) {
      Timer next = timers.peek();
      if (next != null && !next.when().isAfter(now())) {
        timers.remove();
        next.task().run();
      } else if (underWay > 0 || !returned.isEmpty()) {
        take(next == null ? LONGEST_NAP : untilAtMost(next.when()));
      } else if (next == null) {
        return;
      } else {
        pass(next.when());
      }
    }
  }

  private void take(Duration nap) {
    Runnable event = await(nap);
    if (event != null) {
      underWay--;
      event.run();
    }
  }

  private void pass(Instant next) {
    if (!idleness.skipTo(next)) {
      Runnable unexpected = await(untilAtMost(next));
      if (unexpected != null) {
        throw new IllegalStateException("an event without a call");
      }
    }
  }

  private @Nullable Runnable await(Duration nap) {
    try {
      return returned.poll(Math.max(1, nap.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private Duration untilAtMost(Instant when) {
    Duration span = Duration.between(now(), when);
    return span.compareTo(LONGEST_NAP) < 0 ? span : LONGEST_NAP;
  }

  @Override
  public void stop() {
    timers.clear();
  }

  @Override
  public void pause(Duration span) {
    Instant end = now().plus(span);
    while (now().isBefore(end) && !idleness.skipTo(end)) {
      try {
        Thread.sleep(Math.max(1, untilAtMost(end).toMillis()));
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted; the same run can be taken up again");
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private record Timer(Instant when, long number, Runnable task) {}
}
