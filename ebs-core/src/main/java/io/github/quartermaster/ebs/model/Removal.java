package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a snapshot that was to be removed.
 *
 * @param reason why it is not removed, or null where it is or was; read it by {@link #problem()}
 */
public record Removal(Snapshot snapshot, Status status, @Nullable Problem reason) {
  /** The ways that it can end. */
  public enum Status {
    /** It is removed. */
    REMOVED,
    /** Somebody else had removed it. */
    GONE,
    /** It stays: it is used, or no longer what was planned with. */
    SPARED,
    /** It could not be removed, or nobody knows whether it is. */
    FAILED
  }

  /** Why it is not removed. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(reason);
  }
}
