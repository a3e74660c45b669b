package io.github.quartermaster.sentinel.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A call in a thread of its own, given up where it takes too long.
 *
 * @param value what it gave, or null
 * @param failure what it threw, or null
 * @param ended whether it came to an end
 */
record TimedCall<T>(@Nullable T value, @Nullable Throwable failure, boolean ended) {
  /**
   * Makes a call.
   *
   * @param interrupted whether its thread is interrupted right after its start
   */
  static <T> TimedCall<T> of(Callable<T> call, Duration most, boolean interrupted) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "health-provider-contract");
    // what does not end must not keep the machine
    thread.setDaemon(true);
    thread.start();
    if (interrupted) {
      thread.interrupt();
    }
    try {
      return new TimedCall<>(task.get(most.toNanos(), TimeUnit.NANOSECONDS), null, true);
    } catch (ExecutionException e) {
      return new TimedCall<>(null, e.getCause(), true);
    } catch (TimeoutException e) {
      thread.interrupt();
      return new TimedCall<>(null, null, false);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new TimedCall<>(null, e, true);
    }
  }
}
