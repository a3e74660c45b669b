package io.github.quartermaster.sentinel.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the configuration says about remedies.
 *
 * @param mode how far to go
 * @param remedies what there is to be done; no name twice
 * @param limits how often anything may be tried, over all remedies
 * @param targetLimits how often anything may be tried on one component
 * @param confirm in how many rounds one after the other a cause must have been the first; 1 or more
 * @param healthyFor how long a component must have been healthy for its cool-down and its ladder to
 *     begin anew
 * @param breakerReset how long an open breaker stays open
 * @param allowed the types of action that may be taken; all where it is empty
 * @param maintenance when nothing is done
 * @param stop the file whose presence stops all remedies, or null; read it by {@link #killSwitch()}
 */
public record Healing(
    Mode mode,
    List<Remedy> remedies,
    List<ActionLimit> limits,
    List<ActionLimit> targetLimits,
    int confirm,
    Duration healthyFor,
    Duration breakerReset,
    Set<String> allowed,
    List<MaintenanceWindow> maintenance,
    @Nullable Path stop) {
  /** Six attempts an hour over all remedies, as a machine that needs more needs a person. */
  public static final ActionLimit DEFAULT_LIMIT = new ActionLimit(6, Duration.ofHours(1));

  /** No remedies. */
  public static final Healing NONE =
      new Healing(
          Mode.DRY_RUN,
          List.of(),
          List.of(DEFAULT_LIMIT),
          List.of(),
          2,
          Duration.ofMinutes(10),
          Duration.ofHours(6),
          Set.of(),
          List.of(),
          null);

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if no round would confirm a cause
   */
  public Healing {
    remedies = List.copyOf(remedies);
    limits = List.copyOf(limits);
    targetLimits = List.copyOf(targetLimits);
    allowed = Set.copyOf(allowed);
    maintenance = List.copyOf(maintenance);
    if (confirm < 1) {
      throw new IllegalArgumentException("a cause is confirmed by one round at least");
    }
  }

  /** The file whose presence stops all remedies. */
  public Optional<Path> killSwitch() {
    return Optional.ofNullable(stop);
  }

  /** The same in another mode. */
  public Healing in(Mode newMode) {
    return new Healing(
        newMode,
        remedies,
        limits,
        targetLimits,
        confirm,
        healthyFor,
        breakerReset,
        allowed,
        maintenance,
        stop);
  }
}
