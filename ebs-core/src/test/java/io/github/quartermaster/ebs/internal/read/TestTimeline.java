package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.internal.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Time that passes only where somebody pauses. */
final class TestTimeline implements Timeline {
  final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-25T12:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration span) {
    pauses.add(span);
    now = now.plus(span);
  }

  @Override
  public void at(Instant when, Runnable task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> void call(Callable<T> work, Consumer<T> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void run() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    // there is nothing to close
  }
}
