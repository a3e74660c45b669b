package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Decides whether a gate lets through. */
public final class GateKeeper {
  private GateKeeper() {}

  /** What a gate says to components in such a state. */
  public static GateResult decide(Gate gate, List<ComponentHealth> components) {
    Score worst =
        components.stream()
            .map(ComponentHealth::score)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Score.HEALTHY);
    if (worst.compareTo(gate.failAt()) >= 0) {
      return GateResult.FAILED;
    }
    // also where a warning is known: what could not be found out may be worse
    boolean unknown = components.stream().anyMatch(ComponentHealth::unknownCounts);
    if (unknown && gate.failOnUnknown()) {
      return GateResult.FAILED_ON_UNKNOWN;
    }
    return worst.compareTo(gate.warnAt()) >= 0 ? GateResult.WARNED : GateResult.PASSED;
  }
}
