package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Effect;
import io.github.quartermaster.sentinel.model.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the components before and after an attempt. */
public final class EffectJudge {
  private EffectJudge() {}

  /**
   * WORSE where something is critical that was not; FIXED where the target is healthy and nothing
   * got worse; else NO_EFFECT. What is unknown afterwards and was not before got worse.
   *
   * @param target what was treated
   * @param before the target and what depends on it, just before the attempt
   * @param after the same now; what is missing counts as unknown
   */
  public static Effect judge(
      ComponentId target, List<ComponentHealth> before, List<ComponentHealth> after) {
    Map<ComponentId, Status> then = new HashMap<>();
    before.forEach(health -> then.put(health.id(), health.status()));
    Optional<ComponentHealth> treated =
        after.stream().filter(health -> health.id().equals(target)).findFirst();
    Optional<ComponentHealth> broken =
        after.stream()
            .filter(health -> health.status() == Status.CRITICAL)
            .filter(health -> then.get(health.id()) != Status.CRITICAL)
            .findFirst();
    if (broken.isPresent()) {
      return new Effect(
          Outcome.WORSE,
          broken.get().id() + " is critical, and was not before" + said(broken.get()),
          false);
    }
    if (treated.isEmpty() || !isHealthy(treated.get())) {
      return new Effect(Outcome.NO_EFFECT, still(target, treated), false);
    }
    Set<ComponentId> looked = after.stream().map(ComponentHealth::id).collect(Collectors.toSet());
    Optional<ComponentId> lost =
        before.stream().map(ComponentHealth::id).filter(id -> !looked.contains(id)).findFirst();
    if (lost.isPresent()) {
      return new Effect(
          Outcome.NO_EFFECT,
          target + " is healthy, but " + lost.get() + " could not be looked at",
          false);
    }
    Optional<ComponentHealth> worse =
        after.stream().filter(health -> isWorse(health, then)).findFirst();
    if (worse.isPresent()) {
      return new Effect(
          Outcome.NO_EFFECT,
          target + " is healthy, but " + worse.get().id() + " got worse" + said(worse.get()),
          false);
    }
    List<ComponentHealth> sick =
        after.stream().filter(health -> health.isSick() || isUnknown(health)).toList();
    return new Effect(Outcome.FIXED, fixed(treated.get(), sick, after.size()), sick.isEmpty());
  }

  private static boolean isHealthy(ComponentHealth health) {
    return health.checked() && health.status() == Status.OK;
  }

  private static boolean isUnknown(ComponentHealth health) {
    return health.status() == Status.UNKNOWN;
  }

  private static boolean isWorse(ComponentHealth health, Map<ComponentId, Status> then) {
    Status before = then.getOrDefault(health.id(), Status.OK);
    return badness(health.status()) > badness(before);
  }

  private static int badness(Status status) {
    return switch (status) {
      case OK -> 0;
      case WARNING -> 1;
      case UNKNOWN -> 2;
      case CRITICAL -> 3;
    };
  }

  private static String still(ComponentId target, Optional<ComponentHealth> now) {
    return now.filter(ComponentHealth::checked)
        .map(
            health ->
                target
                    + (isUnknown(health)
                        ? " is unknown"
                        : " is still " + health.status().name().toLowerCase(Locale.ROOT))
                    + said(health))
        .orElse(target + " could not be looked at");
  }

  private static String fixed(ComponentHealth treated, List<ComponentHealth> sick, int looked) {
    String healthy = treated.id() + " is healthy" + said(treated);
    if (!sick.isEmpty()) {
      return healthy
          + "; not yet healthy: "
          + sick.stream().map(health -> health.id().value()).collect(Collectors.joining(", "));
    }
    return looked > 1 ? healthy + ", and so is all that depends on it" : healthy;
  }

  private static String said(ComponentHealth health) {
    return health.message().isEmpty() ? "" : " (" + health.message() + ")";
  }
}
