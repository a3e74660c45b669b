package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import java.util.List;
import java.util.Set;

/** Looks at components again, at once. */
@FunctionalInterface
public interface Prober {
  /** How these components are now; those that nobody measures are left out. */
  List<ComponentHealth> probe(Set<ComponentId> components);
}
