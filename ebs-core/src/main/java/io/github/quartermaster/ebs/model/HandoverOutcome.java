package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step.
 *
 * @param id of the policy that was made or changed, or null; read it by {@link #policy()}
 * @param reason why it was not done, or null where it was; read it by {@link #problem()}
 */
public record HandoverOutcome(HandoverStep step, @Nullable PolicyId id, @Nullable Problem reason) {
  /** Of the policy that was made or changed. */
  public Optional<PolicyId> policy() {
    return Optional.ofNullable(id);
  }

  /** Why it was not done. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(reason);
  }
}
