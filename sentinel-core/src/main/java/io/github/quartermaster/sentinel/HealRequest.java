package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far to go where something is wrong. All checks of the configuration are made: remedies rest
 * on the whole picture.
 *
 * @param mode how far; whatever the configuration says, which is about the daemon
 * @param gate when the host counts as not healed
 * @param interval how long to wait between the rounds in which the cause has to be the same
 * @param folder for the history and the audit log, or null for that of the configuration; read it
 *     by {@link #state()}
 */
public record HealRequest(Mode mode, Gate gate, Duration interval, @Nullable Path folder) {
  /** Says what would be done, and does nothing. */
  public static final HealRequest DRY_RUN =
      new HealRequest(Mode.DRY_RUN, Gate.DEFAULT, Duration.ofSeconds(2), null);

  /**
   * Checks the interval.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public HealRequest {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards");
    }
  }

  /** The folder for the history and the audit log, where it is not that of the configuration. */
  public Optional<Path> state() {
    return Optional.ofNullable(folder);
  }
}
