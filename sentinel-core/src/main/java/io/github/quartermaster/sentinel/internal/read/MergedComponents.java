package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Requirement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Several checks may measure one component, such as the port that two pages are served at. */
final class MergedComponents {
  private MergedComponents() {}

  /** Each component once, at its first place, with what any of the checks knows of it. */
  static List<Component> of(List<Component> components) {
    Map<ComponentId, Component> merged = new LinkedHashMap<>();
    components.forEach(
        component -> merged.merge(component.id(), component, MergedComponents::both));
    return List.copyOf(merged.values());
  }

  private static Component both(Component one, Component other) {
    SortedSet<String> provides = new TreeSet<>(one.provides());
    provides.addAll(other.provides());
    Set<Requirement> requires = new LinkedHashSet<>(one.requires());
    requires.addAll(other.requires());
    Set<ComponentId> aliases = new LinkedHashSet<>(one.aliases());
    aliases.addAll(other.aliases());
    boolean own = one.blame() == Blame.OWN && other.blame() == Blame.OWN;
    return new Component(
        one.id(),
        one.check(),
        one.type(),
        own ? Blame.OWN : Blame.INHERITABLE,
        provides,
        List.copyOf(requires),
        List.copyOf(aliases));
  }
}
