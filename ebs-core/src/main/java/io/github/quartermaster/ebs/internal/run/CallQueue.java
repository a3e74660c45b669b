package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls of one kind to one region, in turn and under its rate. A call that was throttled has
 * certainly not happened: it waits and goes again, for as long as the queue is open, and nobody
 * else hears of it.
 */
final class CallQueue {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Timeline timeline;
  private final TokenBucket bucket;
  private final int atOnce;
  private final BiConsumer<Duration, String> delayed;
  private final Deque<Queued<?>> waiting = new ArrayDeque<>();
  private int underWay;
  private boolean closed;
  private Instant notBefore = Instant.MIN;
  private Duration pause = FIRST_PAUSE;
  private Instant wakingAt = Instant.MAX;

  /**
   * An empty queue.
   *
   * @param delayed is told when the region asks for patience: for how long, and why
   */
  CallQueue(Timeline timeline, Rate rate, BiConsumer<Duration, String> delayed) {
    this.timeline = timeline;
    this.bucket = new TokenBucket(rate, timeline.now());
    this.atOnce = rate.atOnce();
    this.delayed = delayed;
  }

  /**
   * Has a call made when its turn comes.
   *
   * @param answerOf finds the answer in what the call gives
   * @param then takes any answer but a throttled one; not called if the queue closes before
   */
  <T> void submit(Callable<T> call, Function<T, Answer<?>> answerOf, Consumer<T> then) {
    waiting.addLast(new Queued<>(call, answerOf, then));
    dispatch();
  }

  /** Likewise, for a call that gives nothing but its answer. */
  <T> void submit(Callable<Answer<T>> call, Consumer<Answer<T>> then) {
    submit(call, answer -> answer, then);
  }

  /** Lets nothing more go; what is under way still comes back. */
  void close() {
    closed = true;
    waiting.clear();
  }

  private void dispatch() {
    while (!closed && !waiting.isEmpty() && underWay < atOnce) {
      Instant now = timeline.now();
      Instant free = now.plus(bucket.untilFree(now));
      Instant start = free.isBefore(notBefore) ? notBefore : free;
      if (start.isAfter(now)) {
        wakeAt(start);
        return;
      }
      bucket.take();
      underWay++;
      start(waiting.removeFirst());
    }
  }

  private void wakeAt(Instant when) {
    if (when.isBefore(wakingAt)) {
      wakingAt = when;
      timeline.at(
          when,
          () -> {
            wakingAt = Instant.MAX;
            dispatch();
          });
    }
  }

  private <T> void start(Queued<T> queued) {
    timeline.call(queued.call(), result -> answered(queued, result));
  }

  private <T> void answered(Queued<T> queued, T result) {
    underWay--;
    if (queued.answerOf().apply(result) instanceof Wait<?> wait
        && wait.reason() == Wait.Reason.THROTTLED) {
      throttled(queued, wait);
    } else {
      pause = FIRST_PAUSE;
      bucket.speedUp(timeline.now());
      queued.then().accept(result);
    }
    dispatch();
  }

  private void throttled(Queued<?> queued, Wait<?> wait) {
    if (closed) {
      return;
    }
    Instant now = timeline.now();
    bucket.slowDown(now);
    Duration asked = wait.atLeast().compareTo(pause) > 0 ? wait.atLeast() : pause;
    // several calls under way complain of the same thing: the pause grows once
    if (now.plus(asked).isAfter(notBefore)) {
      if (!notBefore.isAfter(now)) {
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        delayed.accept(asked, wait.why());
      }
      notBefore = now.plus(asked);
    }
    waiting.addFirst(queued);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private record Queued<T>(Callable<T> call, Function<T, Answer<?>> answerOf, Consumer<T> then) {}
}
