package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a volume that was to be made.
 *
 * @param made it, as last seen, or null where there is none; read it by {@link #volume()}
 * @param reason why it cannot be used, or null where it can; read it by {@link #problem()}
 */
public record RestoredVolume(
    PlannedRestore planned, Status status, @Nullable Volume made, @Nullable Problem reason) {
  /** The ways that it can end. */
  public enum Status {
    /** It can be used. */
    AVAILABLE,
    /** It can be used, and an earlier call of the same restore had made it. */
    ADOPTED,
    /** It is being made, and nobody waits any longer. */
    UNFINISHED,
    /** There is none, or a broken one. */
    FAILED
  }

  /** The new volume. */
  public Optional<Volume> volume() {
    return Optional.ofNullable(made);
  }

  /** Why it cannot be used. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(reason);
  }

  /** Whether it can be used. */
  public boolean isUsable() {
    return status == Status.AVAILABLE || status == Status.ADOPTED;
  }
}
