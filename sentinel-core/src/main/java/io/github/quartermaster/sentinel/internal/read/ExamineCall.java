package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

  /** One for each check that knows any of the suspects. */
  static List<ExamineCall> of(
      Collection<ComponentId> suspects,
      List<Probing> probings,
      NewestFindings findings,
      Clock clock,
      Duration atMost) {
    Instant at = clock.instant();
    List<ExamineCall> calls = new ArrayList<>();
    for (Probing probing : probings) {
      List<ComponentId> known =
          findings.components(probing.spec().name()).stream()
              .map(Component::id)
              .filter(suspects::contains)
              .toList();
      if (!known.isEmpty()) {
        calls.add(new ExamineCall(probing, known, at, clock, atMost));
      }
    }
    return calls;
  }

  @Override
  public String check() {
    return probing.spec().name();
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
        readings =
            List.copyOf(probing.provider().examine(suspect, new ProbeContext(roundAt, deadline)));
      } catch (Throwable e) {
        readings =
            List.of(
                Reading.of(suspect)
                    .verdict(new Verdict.NotChecked())
                    .evidence("closer look", ProviderFailure.words(e, deadline, atMost)));
      }
      note(suspect, readings, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private synchronized void note(ComponentId suspect, List<Reading> readings, Duration took) {
    if (over) {
      return;
    }
    for (Reading reading : readings) {
      if (reading.component().equals(suspect)) {
        // its own findings were blamed in the first round; what is added here explains them
        samples.add(
            new Sample(check(), Blame.INHERITABLE, unknowing(reading), clock.instant(), took));
      }
    }
  }

  /** What a closer look cannot tell makes nothing unknown that the first one could tell. */
  private static Reading unknowing(Reading reading) {
    return reading.verdict() instanceof Verdict.Unknown
        ? reading.verdict(new Verdict.NotChecked())
        : reading;
  }

  @Override
  public void refuse() {
    // a look that is not taken adds nothing
  }

  @Override
  public synchronized void giveUp() {
    over = true;
  }

  synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }
}
