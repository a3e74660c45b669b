package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume that an earlier drill left behind.
 *
 * @param reason why it is still there, or null where it is gone; read it by {@link #problem()}
 */
public record SweptVolume(Volume volume, @Nullable Problem reason) {
  /** Why it is still there. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(reason);
  }

  /** Whether it is gone. */
  public boolean isRemoved() {
    return reason == null;
  }
}
