package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.FreezeHooks;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is to be carried out.
 *
 * @param awaited whether to stay until everything is whole
 * @param creates whether snapshots that are not there are made; if not, they have failed
 * @param deadline when to stop staying
 * @param hooks commands around each call that fixes a point in time, or null
 */
public record RunOptions(
    boolean awaited, boolean creates, Instant deadline, @Nullable FreezeHooks hooks) {
  Optional<FreezeHooks> freezeHooks() {
    return Optional.ofNullable(hooks);
  }
}
