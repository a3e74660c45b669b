package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does several things at once that may block, and lets go of what does not end in time: sockets are
 * closed, which ends whoever waits for them; resolving a name cannot be ended, so its thread is
 * left to end by itself, and keeps no JVM alive.
 */
final class SideWork implements AutoCloseable {
  // what telling of a failure takes; a part of short times
  private static final Duration RESERVE = Duration.ofMillis(200);
  private static final int RESERVE_PART = 10;

  private final Deadline deadline;
  private final Deadline end;
  private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sentinel-net");
            thread.setDaemon(true);
            return thread;
          });

  /** Work that is done in time for its results to be told by a deadline. */
  SideWork(Deadline told) {
    Duration left = told.remaining();
    Duration part = left.dividedBy(RESERVE_PART);
    Duration reserve = part.compareTo(RESERVE) < 0 ? part : RESERVE;
    this.end = told.orIn(left.minus(reserve));
    this.deadline = told.orIn(left.minus(reserve.multipliedBy(2)));
  }

  /** By when each task has to be done; a moment before the results are asked for the last time. */
  Deadline deadline() {
    return deadline;
  }

  <T> Future<T> start(Callable<T> task) {
    return threads.submit(task);
  }

  /** Has something closed at the end, at the latest. */
  <C extends Closeable> C closing(C resource) {
    open.add(resource);
    return resource;
  }

  /** What a task gives; nothing where it is not done in time. */
  <T> Optional<T> result(Future<T> task) throws InterruptedException {
    return result(task, end);
  }

  /** What a task gives; nothing where it is not done by then. */
  static <T> Optional<T> result(Future<T> task, Deadline until) throws InterruptedException {
    try {
      return Optional.of(task.get(until.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      // tasks turn what they expect into results; this is a mistake of ours
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    for (Closeable resource : open) {
      try {
        resource.close();
      } catch (IOException alreadyBroken) {
        // what cannot be closed has ended already
      }
    }
  }
}
