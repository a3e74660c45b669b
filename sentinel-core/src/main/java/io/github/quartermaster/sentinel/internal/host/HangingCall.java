package io.github.quartermaster.sentinel.internal.host;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that may never return, such as one to a dead file server: it runs in a daemon thread of
 * its own, which keeps nobody from ending.
 *
 * @param <T> what it gives
 */
public final class HangingCall<T> {
  private final FutureTask<T> task;

  private HangingCall(FutureTask<T> task) {
    this.task = task;
  }

  /** Begins it. */
  public static <T> HangingCall<T> start(String name, Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "sentinel " + name);
    thread.setDaemon(true);
    thread.start();
    return new HangingCall<>(task);
  }

  /**
   * Waits for what it gives; empty where that takes longer. It may be waited for again.
   *
   * @throws ExecutionException if the call has failed
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public Optional<T> await(Duration time) throws ExecutionException, InterruptedException {
    try {
      return Optional.ofNullable(task.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  /** Whether it has returned or failed. */
  public boolean isDone() {
    return task.isDone();
  }
}
