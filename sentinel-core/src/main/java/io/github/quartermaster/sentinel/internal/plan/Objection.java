package io.github.quartermaster.sentinel.internal.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a guard rail says no.
 *
 * @param reason in one line, without a final stop
 * @param next when it may say yes at the soonest, or null where that is not a matter of time
 */
record Objection(String reason, @Nullable Instant next) {
  static Objection of(String reason) {
    return new Objection(reason, null);
  }
}
