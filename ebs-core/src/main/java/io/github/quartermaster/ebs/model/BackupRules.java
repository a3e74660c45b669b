package io.github.quartermaster.ebs.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How volumes are to be backed up, whichever they are.
 *
 * @param encryptCopies asks for encrypted copies, also of what is not encrypted
 * @param copyKey the key of the copies, or null for the destination's own; asks for encryption;
 *     read it by {@link #kmsKeyId()}
 * @param copyDeadline the time within which a copy must be done, or null; read it by {@link
 *     #copyWithin()}
 * @param costCap the greatest expected cost, or null; read it by {@link #maxCost()}
 */
public record BackupRules(
    Consistency consistency,
    boolean encryptCopies,
    @Nullable String copyKey,
    @Nullable Duration copyDeadline,
    @Nullable BigDecimal costCap,
    Prices prices) {
  /** Each volume by itself, copies as the destination wants them, at any cost. */
  public static final BackupRules DEFAULT =
      new BackupRules(Consistency.VOLUME, false, null, null, null, Prices.DEFAULTS);

  /** The key of the copies. */
  public Optional<String> kmsKeyId() {
    return Optional.ofNullable(copyKey);
  }

  /** The time within which a copy must be done. */
  public Optional<Duration> copyWithin() {
    return Optional.ofNullable(copyDeadline);
  }

  /** The greatest expected cost, in the currency of the prices. */
  public Optional<BigDecimal> maxCost() {
    return Optional.ofNullable(costCap);
  }
}
