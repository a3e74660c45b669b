package io.github.quartermaster.sentinel.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a remedy in one round, also where it is to do nothing.
 *
 * @param at when
 * @param remedy the name of the remedy, or an empty text where a cause has none
 * @param step its rung, from 0
 * @param action the type of the action, or an empty text
 * @param target the component
 * @param stoppedBy the guard rail that said no, or null where the way is free; read it by {@link
 *     #guardRail()}
 * @param reason in one line: why it is done, or why not
 * @param preview what would be done, or an empty text where that was not asked
 * @param next when it may be tried again at the soonest, or null where that is not a matter of
 *     time; read it by {@link #nextAllowedAt()}
 */
public record Decision(
    Instant at,
    String remedy,
    int step,
    String action,
    ComponentId target,
    @Nullable GuardRail stoppedBy,
    String reason,
    String preview,
    @Nullable Instant next) {
  /** Makes the texts safe to print. */
  public Decision {
    reason = SafeText.of(reason);
    preview = SafeText.of(preview);
  }

  /** The guard rail that said no. */
  public Optional<GuardRail> guardRail() {
    return Optional.ofNullable(stoppedBy);
  }

  /** When it may be tried again at the soonest. */
  public Optional<Instant> nextAllowedAt() {
    return Optional.ofNullable(next);
  }

  /** The same, stopped by a guard rail after all. */
  public Decision stopped(GuardRail guardRail, String why) {
    return new Decision(at, remedy, step, action, target, guardRail, why, preview, null);
  }

  /** The same, with what would be done. */
  public Decision previewed(String text) {
    return new Decision(at, remedy, step, action, target, stoppedBy, reason, text, next);
  }

  /** Whether every guard rail lets it. */
  public boolean acts() {
    return stoppedBy == null;
  }
}
