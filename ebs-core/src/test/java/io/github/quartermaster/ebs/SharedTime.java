package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.time.ThreadTimeline.Idleness;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Lets an emulator's clock jump to what happens next, once everybody who is at work only waits: so
 * that no call of one takes minutes of the other's time.
 */
final class SharedTime implements Idleness {
  private final EmulatorClock clock;
  private final List<Instant> waiting = new ArrayList<>();
  private int atWork;

  SharedTime(EmulatorClock clock) {
    this.clock = clock;
  }

  synchronized void enter(int more) {
    atWork += more;
  }

  synchronized void leave() {
    atWork--;
    jumpIfAllWait();
  }

  @Override
  public synchronized boolean skipTo(Instant next) {
    if (clock.instant().isBefore(next)) {
      waiting.add(next);
      jumpIfAllWait();
    }
    while (clock.instant().isBefore(next)) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
    return true;
  }

  private void jumpIfAllWait() {
    if (atWork > 0 && waiting.size() >= atWork) {
      Instant next = Collections.min(waiting);
      clock.advance(Duration.between(clock.instant(), next));
      waiting.removeIf(each -> !each.isAfter(next));
      notifyAll();
    }
  }
}
