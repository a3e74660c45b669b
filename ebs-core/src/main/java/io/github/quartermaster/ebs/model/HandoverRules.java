package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How volumes are handed over to a cloud's scheduler, whichever they are.
 *
 * @param role whom the scheduler acts as, by the cloud's full name
 * @param keep how many snapshots of each volume stay
 * @param copyDays how many days copies stay, or null for as long as so many snapshots take; read it
 *     by {@link #keepCopiesDays()}
 * @param encryptCopies asks for encrypted copies, also of what is not encrypted
 * @param copyKey the key of the copies, or null for the destination's own; asks for encryption;
 *     read it by {@link #kmsKeyId()}
 */
public record HandoverRules(
    String role,
    LifecycleSchedule schedule,
    int keep,
    @Nullable Integer copyDays,
    boolean encryptCopies,
    @Nullable String copyKey) {
  /** How many days copies stay. */
  public Optional<Integer> keepCopiesDays() {
    return Optional.ofNullable(copyDays);
  }

  /** The key of the copies. */
  public Optional<String> kmsKeyId() {
    return Optional.ofNullable(copyKey);
  }
}
