package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each check found when it was last asked. For one thread. */
final class NewestFindings {
  private final Map<String, CheckCall.Found> newest = new HashMap<>();
  // what a provider said it has, for a round in which it cannot say so
  private final Map<String, List<Component>> lastComponents = new HashMap<>();

  /** Takes what a call that is over brought. */
  void take(CheckCall call) {
    String check = call.check();
    CheckCall.Found found = call.found(components(check));
    newest.put(check, found);
    if (found.listed()) {
      lastComponents.put(check, found.components());
    }
  }

  /** Whether the check was asked at all. */
  boolean has(String check) {
    return newest.containsKey(check);
  }

  /** What the provider of a check last said that it measures. */
  List<Component> components(String check) {
    return lastComponents.getOrDefault(check, List.of());
  }

  /** All of it, in the order of these checks. */
  SampleCollector.Collected of(List<Probing> probings, String host, Instant at, Duration took) {
    List<Component> components = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    Set<String> withoutComponents = new LinkedHashSet<>();
    for (Probing probing : probings) {
      CheckCall.Found found = newest.get(probing.spec().name());
      if (found == null || !found.listed()) {
        withoutComponents.add(probing.spec().name());
      }
      if (found == null) {
        continue;
      }
      components.addAll(found.components());
      samples.addAll(found.samples());
    }
    return new SampleCollector.Collected(
        new Snapshot(host, at, took, MergedComponents.of(components), samples), withoutComponents);
  }
}
