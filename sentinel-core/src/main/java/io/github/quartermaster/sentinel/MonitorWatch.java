package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hears and tells other monitors beside the watching, which must not wait for them: asks them again
 * and again, and tells them the newest judgement, at once where it changed and else now and then,
 * so that they know that somebody is there. {@link #offer} is for one thread.
 */
final class MonitorWatch implements AutoCloseable {
  /** How often others are asked; what they know is seldom newer. */
  static final Duration ASK_EVERY = Duration.ofSeconds(15);

  /** How often others are told what has not changed. */
  static final Duration TELL_EVERY = Duration.ofSeconds(30);

  private final Monitors monitors;
  private final Duration tellEvery;
  private final ScheduledExecutorService asking = thread("sentinel-sources");
  private final ScheduledExecutorService telling = thread("sentinel-outputs");
  private final AtomicReference<@Nullable CheckResult> untold = new AtomicReference<>();
  private volatile List<Problem> problems = List.of();
  private @Nullable Long lastOffer;

  private MonitorWatch(Monitors monitors, Duration tellEvery) {
    this.monitors = monitors;
    this.tellEvery = tellEvery;
  }

  /**
   * Begins to ask.
   *
   * @param onNews is called by another thread when they tell of an alert that begins, changes or
   *     ends
   */
  static MonitorWatch begin(
      Monitors monitors, Duration askEvery, Duration tellEvery, Runnable onNews) {
    MonitorWatch watch = new MonitorWatch(monitors, tellEvery);
    if (monitors.areAsked()) {
      ScheduledFuture<?> unused =
          watch.asking.scheduleWithFixedDelay(
              () -> {
                if (monitors.ask()) {
                  onNews.run();
                }
              },
              0,
              askEvery.toMillis(),
              TimeUnit.MILLISECONDS);
    }
    return watch;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Has a judgement told, soon; never waits for it. One that is not told yet when the next comes is
   * left out.
   *
   * @param changed whether it says something else than the one before
   */
  void offer(CheckResult result, boolean changed) {
    Long last = lastOffer;
    long now = System.nanoTime();
    if (!changed && last != null && now - last < tellEvery.toNanos()) {
      return;
    }
    lastOffer = now;
    untold.set(result);
    try {
      telling.execute(this::tellNewest);
    } catch (RejectedExecutionException e) {
      // it is closed: nobody is to be told any more
      untold.set(null);
    }
  }

  private void tellNewest() {
    CheckResult newest = untold.getAndSet(null);
    if (newest != null) {
      problems = monitors.tell(newest);
    }
  }

  /** Who could not be told at the last attempt. */
  List<Problem> problems() {
    return problems;
  }

  /** Asks and tells nobody any more. What is on its way is broken off. */
  @Override
  public void close() {
    asking.shutdownNow();
    telling.shutdownNow();
  }
}
