package io.github.quartermaster.sentinel.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remedies and guard rails as tests want them. */
public final class Remedies {
  /** What the usual remedies cool down. */
  public static final Duration COOL_DOWN = Duration.ofMinutes(5);

  /** All types of action that tests make up. */
  public static final Map<String, ActionFactory> ACTIONS =
      Map.of(
          "restart", FakeAction.restart(),
          "clean", FakeAction.clean(),
          "page", FakeAction.page());

  private Remedies() {}

  /** One for a component that is critical; may do what cannot be undone. */
  public static Remedy of(String cause, String... actions) {
    return new Remedy(
        "heal " + cause,
        new ComponentId(cause),
        Score.CRITICAL,
        Arrays.stream(actions).map(Remedies::step).toList(),
        COOL_DOWN,
        List.of(),
        true);
  }

  /** A step that settles for 3 s and has 30 s for its effect. */
  public static RemedyStep step(String action) {
    return new RemedyStep(action, Settings.NONE, Duration.ofSeconds(3), Duration.ofSeconds(30));
  }

  /** The same with limits of its own. */
  public static Remedy limited(Remedy remedy, ActionLimit... limits) {
    return new Remedy(
        remedy.name(),
        remedy.cause(),
        remedy.from(),
        remedy.steps(),
        remedy.coolDown(),
        List.of(limits),
        remedy.allowIrreversible());
  }

  /** The same for a component with this cool-down. */
  public static Remedy cooling(Remedy remedy, Duration coolDown) {
    return new Remedy(
        remedy.name(),
        remedy.cause(),
        remedy.from(),
        remedy.steps(),
        coolDown,
        remedy.limits(),
        remedy.allowIrreversible());
  }

  /** One that does nothing that cannot be undone. */
  public static Remedy onlyReversible(Remedy remedy) {
    return new Remedy(
        remedy.name(),
        remedy.cause(),
        remedy.from(),
        remedy.steps(),
        remedy.coolDown(),
        remedy.limits(),
        false);
  }

  /** A limit in hours. */
  public static ActionLimit limit(int max, int hours) {
    return new ActionLimit(max, Duration.ofHours(hours));
  }

  /** These remedies in the mode that acts, confirmed by two rounds, with the usual limits. */
  public static Healing acting(Remedy... remedies) {
    return healing(List.of(remedies), List.of(Healing.DEFAULT_LIMIT), 2, null);
  }

  /** These remedies in the mode that acts. */
  public static Healing healing(
      List<Remedy> remedies, List<ActionLimit> limits, int confirm, @Nullable Path stop) {
    return new Healing(
        Mode.ACT,
        remedies,
        limits,
        List.of(),
        confirm,
        Duration.ofMinutes(10),
        Duration.ofHours(6),
        Set.of(),
        List.of(),
        stop);
  }

  /** The same with limits for each component. */
  public static Healing limitingTargets(Healing healing, ActionLimit... limits) {
    return new Healing(
        healing.mode(),
        healing.remedies(),
        healing.limits(),
        List.of(limits),
        healing.confirm(),
        healing.healthyFor(),
        healing.breakerReset(),
        healing.allowed(),
        healing.maintenance(),
        healing.stop());
  }

  /** The same with only these types of action allowed. */
  public static Healing allowing(Healing healing, String... types) {
    return new Healing(
        healing.mode(),
        healing.remedies(),
        healing.limits(),
        healing.targetLimits(),
        healing.confirm(),
        healing.healthyFor(),
        healing.breakerReset(),
        Set.of(types),
        healing.maintenance(),
        healing.stop());
  }

  /** The same with people at work. */
  public static Healing maintained(Healing healing, MaintenanceWindow... windows) {
    return new Healing(
        healing.mode(),
        healing.remedies(),
        healing.limits(),
        healing.targetLimits(),
        healing.confirm(),
        healing.healthyFor(),
        healing.breakerReset(),
        healing.allowed(),
        List.of(windows),
        healing.stop());
  }
}
