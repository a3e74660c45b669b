package io.github.quartermaster.sentinel.internal.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs calls side by side, each in a thread of its own, a limited number at once, and gives up
 * those whose time is over: their threads are interrupted and left alone, so that nobody waits for
 * a file server that is gone. The time of a call begins when it is started, not while it waits for
 * others.
 *
 * <p>A provider is called by one thread at a time: as long as one that was given up has not
 * returned, it is not called again. So one that hangs costs one thread, however long it is asked.
 * For one thread.
 */
final class BoundedCalls {
  private static final int AT_ONCE = 32;

  /** By check; alive, or ended since the last look. */
  private final Map<String, Thread> givenUp = new HashMap<>();

  /** Returns when each call is done or given up; tells of each as it is. */
  <C extends BoundedCall> void runAll(List<C> calls, Consumer<? super C> onDone) {
    Deque<C> waiting = new ArrayDeque<>(calls);
    List<Running<C>> running = new ArrayList<>();
    BlockingQueue<Running<C>> done = new LinkedBlockingQueue<>();
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (running.size() < AT_ONCE && !waiting.isEmpty()) {
          C next = waiting.remove();
          if (isBusy(next.check())) {
            next.refuse();
            onDone.accept(next);
          } else {
            running.add(Running.start(next, done));
          }
        }
        Running<C> first = done.poll(nanosToNextEnd(running), TimeUnit.NANOSECONDS);
        if (first != null && running.remove(first)) {
          onDone.accept(first.call);
        }
        giveUpLate(running, onDone);
      }
    } catch (InterruptedException e) {
      // whoever waits for us wants to go: so do the providers
      Thread.currentThread().interrupt();
      running.forEach(this::giveUp);
      waiting.forEach(BoundedCall::giveUp);
    }
  }

  private static <C extends BoundedCall> long nanosToNextEnd(List<Running<C>> running) {
    long now = System.nanoTime();
    return running.stream().mapToLong(each -> each.end - now).min().orElse(0);
  }

  private boolean isBusy(String check) {
    Thread thread = givenUp.get(check);
    if (thread == null) {
      return false;
    }
    if (!thread.isAlive()) {
      givenUp.remove(check);
      return false;
    }
    return true;
  }

  private void giveUp(Running<?> running) {
    running.call.giveUp();
    running.thread.interrupt();
    givenUp.put(running.call.check(), running.thread);
  }

  private <C extends BoundedCall> void giveUpLate(
      List<Running<C>> running, Consumer<? super C> onDone) {
    long now = System.nanoTime();
    for (Iterator<Running<C>> each = running.iterator(); each.hasNext(); ) {
      Running<C> candidate = each.next();
      if (candidate.end - now <= 0) {
        each.remove();
        giveUp(candidate);
        onDone.accept(candidate.call);
      }
    }
  }

  private static final class Running<C extends BoundedCall> {
    private final C call;
    private final Thread thread;
    private final long end;

    private Running(C call, BlockingQueue<Running<C>> done) {
      this.call = call;
      this.thread =
          new Thread(
              () -> {
                call.run();
                done.add(this);
              },
              "sentinel-probe");
      this.thread.setDaemon(true);
      this.end = System.nanoTime() + call.timeout().toNanos();
    }

    static <C extends BoundedCall> Running<C> start(C call, BlockingQueue<Running<C>> done) {
      Running<C> running = new Running<>(call, done);
      running.thread.start();
      return running;
    }
  }
}
