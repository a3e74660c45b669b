package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the component that is meant by a name: one of that name, else one that is also called so,
 * else the only one of the check of that name.
 */
final class AlertTargets {
  private final Map<ComponentId, Component> byName = new LinkedHashMap<>();
  private final Map<String, Set<ComponentId>> byCheck = new LinkedHashMap<>();

  AlertTargets(Snapshot snapshot) {
    snapshot.components().forEach(component -> byName.put(component.id(), component));
    for (Component component : snapshot.components()) {
      component.aliases().forEach(alias -> byName.putIfAbsent(alias, component));
      add(component.check(), component.id());
    }
    for (Sample sample : snapshot.samples()) {
      add(sample.check(), sample.reading().component());
    }
  }

  private void add(String check, ComponentId component) {
    byCheck.computeIfAbsent(check, key -> new LinkedHashSet<>()).add(component);
  }

  Optional<Component> find(ComponentId name) {
    Component known = byName.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Set<ComponentId> ofCheck = byCheck.getOrDefault(name.value(), Set.of());
    return ofCheck.size() == 1
        ? Optional.ofNullable(byName.get(ofCheck.iterator().next()))
        : Optional.empty();
  }

  /** Why there is none of that name, in words; nothing where there is one. */
  Optional<String> whyNot(ComponentId name) {
    if (find(name).isPresent()) {
      return Optional.empty();
    }
    Set<ComponentId> ofCheck = byCheck.getOrDefault(name.value(), Set.of());
    return Optional.of(
        ofCheck.isEmpty()
            ? "nothing of that name was found on this host"
            : "that check has several components: "
                + ofCheck.stream().map(ComponentId::value).collect(Collectors.joining(", ")));
  }
}
