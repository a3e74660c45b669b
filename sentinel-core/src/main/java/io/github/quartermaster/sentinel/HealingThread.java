package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.HealRound;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Heals beside the watching, which has to go on meanwhile; one round at a time. */
final class HealingThread {
  private final WatchHealer healer;
  private final Runnable onEnd;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread healing = new Thread(work, "sentinel-heal");
            healing.setDaemon(true);
            return healing;
          });
  private @Nullable CompletableFuture<HealRound> round;

  /**
   * Heals by these means.
   *
   * @param onEnd is called by the thread that heals when a round is over
   */
  HealingThread(WatchHealer healer, Runnable onEnd) {
    this.healer = healer;
    this.onEnd = onEnd;
  }

  /** Begins a round, unless one is under way. */
  void begin(CheckResult result) {
    if (round == null) {
      CompletableFuture<HealRound> begun = new CompletableFuture<>();
      round = begun;
      thread.execute(
          () -> {
            try {
              begun.complete(healer.round(result));
            } catch (Throwable e) {
              // also an error of a plugin: who waits for the round would wait for ever
              begun.completeExceptionally(e);
            }
            onEnd.run();
          });
    }
  }

  /** Whether a round is under way, or over and not taken yet. */
  boolean isBusy() {
    return round != null;
  }

  /** The round that is over, once; fails with what its healer threw. */
  Optional<CompletableFuture<HealRound>> ended() {
    CompletableFuture<HealRound> ended = round;
    if (ended == null || !ended.isDone()) {
      return Optional.empty();
    }
    round = null;
    return Optional.of(ended);
  }

  /** Lets the round end that is under way, or interrupts it after a time. */
  void stop(Duration patience) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
