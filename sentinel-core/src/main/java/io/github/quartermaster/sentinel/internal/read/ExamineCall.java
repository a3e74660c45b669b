package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A closer look at the components of one check. What it cannot find out in time, it leaves out. */
final class ExamineCall implements BoundedCall {
  private final Probing probing;
  private final List<ComponentId> suspects;
  private final Instant roundAt;
  private final Clock clock;
  private final Duration atMost;
  private final List<Sample> samples = new ArrayList<>();
  private boolean over;

  ExamineCall(
      Probing probing, List<ComponentId> suspects, Instant roundAt, Clock clock, Duration atMost) {
    this.probing = probing;
    this.suspects = suspects;
    this.roundAt = roundAt;
    this.clock = clock;
    this.atMost = atMost;
  }

  @Override
  public Duration timeout() {
    return atMost;
  }

  @Override
  public void run() {
    Deadline deadline = Deadline.in(atMost);
    for (ComponentId suspect : suspects) {
      long begun = System.nanoTime();
      List<Reading> readings;
      try {
        readings = probing.provider().examine(suspect, new ProbeContext(roundAt, deadline));
      } catch (Exception | LinkageError e) {
        readings =
            List.of(
                Reading.of(suspect)
                    .evidence("closer look", ProviderFailure.words(e, deadline, atMost)));
      }
      note(readings, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private synchronized void note(List<Reading> readings, Duration took) {
    if (over) {
      return;
    }
    for (Reading reading : readings) {
      // its own findings were blamed in the first round; what is added here explains them
      samples.add(
          new Sample(probing.spec().name(), Blame.INHERITABLE, reading, clock.instant(), took));
    }
  }

  @Override
  public synchronized void giveUp() {
    over = true;
  }

  synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }
}
