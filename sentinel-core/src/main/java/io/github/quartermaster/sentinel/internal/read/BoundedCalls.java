package io.github.quartermaster.sentinel.internal.read;

import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/**
 * Runs calls side by side, each in a thread of its own, a limited number at once, and gives up
 * those whose time is over: their threads are interrupted and left alone, so that nobody waits for
 * a file server that is gone. The time of a call begins when it is started, not while it waits for
 * others.
 *
 * <p>A provider is called by one thread at a time: a call waits while another one of its check
 * runs, and as long as one that was given up has not returned, the check is not called again. So
 * one that hangs costs one thread, however long it is asked. For one thread, but for {@link #wake}.
 */
final class BoundedCalls {
  private static final Duration FOREVER = Duration.ofDays(365);

  private final int atOnce;

  /** By check; alive, or ended since the last look. */
  private final Map<String, Thread> givenUp = new HashMap<>();

  private final Deque<Entry> waiting = new ArrayDeque<>();
  private final List<Entry> running = new ArrayList<>();
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  /** Runs so many at once. */
  BoundedCalls(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Returns when each call is done or given up; tells of each as it is. */
  <C extends BoundedCall> void runAll(List<C> calls, Consumer<? super C> onDone) {
    calls.forEach(call -> add(call, onDone));
    try {
      while (!isIdle()) {
        step(FOREVER);
      }
    } catch (InterruptedException e) {
      // whoever waits for us wants to go: so do the providers
      Thread.currentThread().interrupt();
      abandon();
    }
  }

  /** Takes a call, which is started by the next {@link #step} that has room for it. */
  <C extends BoundedCall> void add(C call, Consumer<? super C> onDone) {
    waiting.add(new Entry(call, () -> onDone.accept(call)));
  }

  /** Whether no call runs or waits. */
  boolean isIdle() {
    return waiting.isEmpty() && running.isEmpty();
  }

  /**
   * Starts what there is room for, and tells of calls that are done or whose time is over; returns
   * after the first of them, after a {@link #wake}, or when there was none for a time.
   */
  void step(Duration atMost) throws InterruptedException {
    if (start()) {
      return;
    }
    long patience = Math.max(0, Math.min(nanosToNextEnd(), atMost.toNanos()));
    Signal first = signals.poll(patience, TimeUnit.NANOSECONDS);
    while (first != null) {
      if (first.entry() != null && running.remove(first.entry())) {
        first.entry().onDone.run();
      }
      first = signals.poll();
    }
    giveUpLate();
  }

  /** Makes the current or the next {@link #step} return; for any thread. */
  void wake() {
    signals.add(new Signal(null));
  }

  /** Gives up all that runs and all that waits; nobody is told of them. */
  void abandon() {
    running.forEach(this::giveUp);
    running.clear();
    waiting.forEach(entry -> entry.call.giveUp());
    waiting.clear();
  }

  /** Whether there is something to tell already. */
  private boolean start() {
    boolean refused = false;
    for (Iterator<Entry> each = waiting.iterator(); each.hasNext() && running.size() < atOnce; ) {
      Entry next = each.next();
      if (isRunning(next.call.check())) {
        continue;
      }
      each.remove();
      if (hangs(next.call.check())) {
        next.call.refuse();
        next.onDone.run();
        refused = true;
      } else {
        running.add(next);
        next.start(signals);
      }
    }
    return refused;
  }

  private boolean isRunning(String check) {
    return running.stream().anyMatch(entry -> entry.call.check().equals(check));
  }

  private long nanosToNextEnd() {
    long now = System.nanoTime();
    return running.stream().mapToLong(each -> each.end - now).min().orElse(Long.MAX_VALUE);
  }

  private boolean hangs(String check) {
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

  private void giveUp(Entry entry) {
    entry.call.giveUp();
    Thread thread = entry.thread;
    if (thread != null) {
      thread.interrupt();
      givenUp.put(entry.call.check(), thread);
    }
  }

  private void giveUpLate() {
    long now = System.nanoTime();
    List<Entry> late = running.stream().filter(entry -> entry.end - now <= 0).toList();
    running.removeAll(late);
    for (Entry entry : late) {
      giveUp(entry);
      entry.onDone.run();
    }
  }

  /** A call is done, or, where there is none, somebody wants to be heard. */
  private record Signal(@Nullable Entry entry) {}

  private static final class Entry {
    private final BoundedCall call;
    private final Runnable onDone;
    private @Nullable Thread thread;
    private long end;

    private Entry(BoundedCall call, Runnable onDone) {
      this.call = call;
      this.onDone = onDone;
    }

    private void start(BlockingQueue<Signal> signals) {
      Thread started =
          new Thread(
              () -> {
                call.run();
                signals.add(new Signal(this));
              },
              "sentinel-probe");
      started.setDaemon(true);
      thread = started;
      end = System.nanoTime() + call.timeout().toNanos();
      started.start();
    }
  }
}
