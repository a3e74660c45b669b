package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelListener;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Asks all providers at once and waits for each no longer than its time-out. A provider that does
 * not answer, throws, or says nothing of a component makes it UNKNOWN, and nobody else.
 */
public final class SampleCollector {
  private static final int AT_ONCE = 32;

  private final String host;
  private final Clock clock;
  private final SentinelListener listener;
  private final BoundedCalls calls = new BoundedCalls(AT_ONCE);
  private final NewestFindings findings = new NewestFindings();

  /** Measures in the name of a host. */
  public SampleCollector(String host, Clock clock, SentinelListener listener) {
    this.host = host;
    this.clock = clock;
    this.listener = listener;
  }

  /** Which components there are; asks no provider how they are. */
  public Collected list(List<Probing> probings) {
    return collect(
        probings.stream()
            .map(probing -> new Probing(probing.spec(), new OnlyListed(probing.provider())))
            .toList());
  }

  /** One round: every component of every check, with a sample at least. */
  public Collected collect(List<Probing> probings) {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    listener.on(new SentinelEvent.RoundStarted(probings.size()));
    List<CheckCall> checkCalls =
        probings.stream().map(probing -> new CheckCall(probing, at, clock)).toList();
    calls.runAll(
        checkCalls, call -> listener.on(new SentinelEvent.Probed(call.spec().name(), call.took())));
    checkCalls.forEach(findings::take);
    return findings.of(probings, host, at, Duration.ofNanos(System.nanoTime() - begun));
  }

  /**
   * A closer look at a few components, by all providers that know them, no longer than a given
   * time.
   *
   * @return what was found in addition
   */
  public List<Sample> examine(
      Collection<ComponentId> suspects, List<Probing> probings, Duration atMost) {
    listener.on(new SentinelEvent.Examining(List.copyOf(suspects)));
    List<ExamineCall> examineCalls = ExamineCall.of(suspects, probings, findings, clock, atMost);
    calls.runAll(examineCalls, call -> {});
    return examineCalls.stream().flatMap(call -> call.samples().stream()).toList();
  }

  /**
   * What a round brought.
   *
   * @param snapshot everything measured
   * @param withoutComponents the checks that could not even say what they measure
   */
  public record Collected(Snapshot snapshot, Set<String> withoutComponents) {
    /** Copies the set. */
    public Collected {
      withoutComponents = Set.copyOf(withoutComponents);
    }
  }
}
