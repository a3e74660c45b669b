package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelListener;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks all providers at once and waits for each no longer than its time-out. A provider that does
 * not answer, throws, or says nothing of a component makes it UNKNOWN, and nobody else.
 */
public final class SampleCollector {
  private final String host;
  private final Clock clock;
  private final SentinelListener listener;
  private final BoundedCalls calls = new BoundedCalls();
  // what a provider said it has, for a round in which it cannot say so
  private final Map<String, List<Component>> lastComponents = new HashMap<>();

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
    List<Component> components = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    Set<String> withoutComponents = new LinkedHashSet<>();
    for (CheckCall call : checkCalls) {
      CheckCall.Found found =
          call.found(lastComponents.getOrDefault(call.spec().name(), List.of()));
      if (found.listed()) {
        lastComponents.put(call.spec().name(), found.components());
      } else {
        withoutComponents.add(call.spec().name());
      }
      components.addAll(found.components());
      samples.addAll(found.samples());
    }
    Snapshot snapshot =
        new Snapshot(
            host,
            at,
            Duration.ofNanos(System.nanoTime() - begun),
            MergedComponents.of(components),
            samples);
    return new Collected(snapshot, withoutComponents);
  }

  /**
   * A closer look at a few components, by all providers that know them, no longer than a given
   * time.
   *
   * @return the snapshot with what was found in addition
   */
  public Snapshot examine(
      Snapshot snapshot,
      Collection<ComponentId> suspects,
      List<Probing> probings,
      Duration atMost) {
    listener.on(new SentinelEvent.Examining(List.copyOf(suspects)));
    Instant at = clock.instant();
    List<ExamineCall> examineCalls = new ArrayList<>();
    for (Probing probing : probings) {
      List<ComponentId> known =
          lastComponents.getOrDefault(probing.spec().name(), List.of()).stream()
              .map(Component::id)
              .filter(suspects::contains)
              .toList();
      if (!known.isEmpty()) {
        examineCalls.add(new ExamineCall(probing, known, at, clock, atMost));
      }
    }
    calls.runAll(examineCalls, call -> {});
    List<Sample> samples = new ArrayList<>(snapshot.samples());
    examineCalls.forEach(call -> samples.addAll(call.samples()));
    Set<ComponentId> known = new LinkedHashSet<>();
    snapshot.components().forEach(component -> known.add(component.id()));
    samples.removeIf(sample -> !known.contains(sample.reading().component()));
    return new Snapshot(
        snapshot.host(), snapshot.at(), snapshot.took(), snapshot.components(), samples);
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
