package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a component does on which something was tried.
 *
 * @param target which one
 * @param begun since when its cool-down, its ladder and its breaker count anew, or null where they
 *     never did; read it by {@link #anew()}
 * @param since since when it was seen healthy at every look, or null where the last one found it
 *     otherwise; read it by {@link #healthySince()}
 * @param seen when it was last looked at
 */
public record Recovery(
    ComponentId target, @Nullable Instant begun, @Nullable Instant since, Instant seen) {
  /** Since when its cool-down, its ladder and its breaker count anew. */
  public Optional<Instant> anew() {
    return Optional.ofNullable(begun);
  }

  /** Since when it was seen healthy at every look. */
  public Optional<Instant> healthySince() {
    return Optional.ofNullable(since);
  }

  /** The same at another time, as the machine's clock was set. */
  public Recovery movedBy(Duration time) {
    return new Recovery(
        target,
        begun == null ? null : begun.plus(time),
        since == null ? null : since.plus(time),
        seen.plus(time));
  }
}
