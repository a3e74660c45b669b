package io.github.quartermaster.sentinel.testkit;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** What a provider promises: calls that end in time, and answers that fit one another. */
final class ProviderRules {
  private static final Duration HARDLY_ANY = Duration.ofMillis(20);

  private final HealthProvider provider;
  private final Duration time;
  private final Duration grace;
  private final List<String> violations = new ArrayList<>();

  ProviderRules(HealthProvider provider, Duration time, Duration grace) {
    this.provider = provider;
    this.time = time;
    this.grace = grace;
  }

  List<String> violations() {
    Optional<List<Component>> components =
        answer("components()", context -> provider.components(context));
    components.ifPresent(this::look);
    if (components.isPresent() && violations.isEmpty()) {
      probe(components.get());
      hurry();
      interrupt();
      // what was given up and interrupted must be fit for the next round
      probe(components.get());
    }
    return violations.stream().distinct().toList();
  }

  private void look(List<Component> components) {
    Set<ComponentId> ids = new HashSet<>();
    for (Component component : components) {
      if (!ids.add(component.id())) {
        violations.add("components() gave " + component.id() + " twice");
      }
      if (!component.check().equals(HealthProviderContract.CHECK)) {
        violations.add(
            component.id() + " is of the check " + component.check() + ", not of the one given");
      }
      if (!component.provides().contains(component.type())) {
        violations.add(component.id() + " does not provide its own type " + component.type());
      }
    }
    answer("components()", context -> provider.components(context))
        .ifPresent(
            again -> {
              if (!ids.equals(new HashSet<>(again.stream().map(Component::id).toList()))) {
                violations.add("components() gave other ids when asked again");
              }
            });
  }

  private void probe(List<Component> components) {
    Set<ComponentId> ids = new HashSet<>(components.stream().map(Component::id).toList());
    answer("probe()", context -> provider.probe(context))
        .ifPresent(
            readings -> {
              violations.addAll(ReadingRules.violations("probe()", readings, ids));
              for (ComponentId id : ids) {
                if (readings.stream().noneMatch(reading -> reading.component().equals(id))) {
                  violations.add("probe() said nothing of " + id);
                }
              }
            });
    for (Component component : components) {
      answer("examine()", context -> provider.examine(component.id(), context))
          .ifPresent(
              readings ->
                  violations.addAll(
                      ReadingRules.violations("examine()", readings, Set.of(component.id()))));
    }
  }

  /** With a deadline that is nearly over, a call ends soon, whatever it says. */
  private void hurry() {
    Callable<List<Reading>> call = () -> provider.probe(context(HARDLY_ANY));
    if (!TimedCall.of(call, HARDLY_ANY.plus(grace), false).ended()) {
      violations.add("probe() went on for " + grace.toMillis() + " ms after its deadline");
    }
  }

  /** Where its thread is interrupted, a call ends soon, whatever it says. */
  private void interrupt() {
    // so far away that it is not the deadline that ends the call
    Callable<List<Reading>> call = () -> provider.probe(context(time.plus(grace.multipliedBy(10))));
    if (!TimedCall.of(call, grace, true).ended()) {
      violations.add("probe() went on for " + grace.toMillis() + " ms after it was interrupted");
    }
  }

  private interface Question<T> {
    List<T> ask(ProbeContext context) throws Exception;
  }

  private <T> Optional<List<T>> answer(String what, Question<T> question) {
    TimedCall<List<T>> call =
        TimedCall.of(() -> question.ask(context(time)), time.plus(grace), false);
    if (!call.ended()) {
      violations.add(what + " went on for " + grace.toMillis() + " ms after its deadline");
      return Optional.empty();
    }
    Throwable failure = call.failure();
    if (failure instanceof Error) {
      violations.add(what + " threw an error: " + failure);
    } else if (failure != null
        && (failure.getMessage() == null || failure.getMessage().isBlank())) {
      violations.add(
          what + " threw a " + failure.getClass().getName() + " without the message that is shown");
    }
    List<T> value = call.value();
    if (failure == null && (value == null || value.stream().anyMatch(Objects::isNull))) {
      violations.add(what + " gave null");
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  private static ProbeContext context(Duration time) {
    return new ProbeContext(Instant.now(), Deadline.in(time));
  }
}
