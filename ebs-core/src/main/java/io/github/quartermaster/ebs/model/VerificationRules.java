package io.github.quartermaster.ebs.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How snapshots are verified, whichever they are.
 *
 * @param sample how many blocks of each snapshot are read at {@link VerificationLevel#SAMPLE},
 *     besides its first; 1 to {@link #MOST_SAMPLED}
 * @param seed what chooses them: the same again reads the same blocks
 * @param encryptCopies whether copies must be encrypted, also of what is not
 * @param copyKey the key that copies must be encrypted with, or null for any; read it by {@link
 *     #kmsKeyId()}
 * @param costCap the greatest expected cost, or null; read it by {@link #maxCost()}
 */
public record VerificationRules(
    VerificationScope scope,
    VerificationLevel level,
    int sample,
    long seed,
    boolean encryptCopies,
    @Nullable String copyKey,
    @Nullable BigDecimal costCap,
    Prices prices) {
  /** How many blocks are read of each snapshot where nobody says otherwise. */
  public static final int DEFAULT_SAMPLE = 32;

  /** The greatest sample: 5 GB of each snapshot. */
  public static final int MOST_SAMPLED = 10_000;

  /**
   * Checks the sample.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public VerificationRules {
    if (sample < 1 || sample > MOST_SAMPLED) {
      throw new IllegalArgumentException(
          "a sample has from 1 to " + MOST_SAMPLED + " blocks, not " + sample);
    }
  }

  /** Those of a scope and a level; any encryption, any cost. */
  public static VerificationRules of(VerificationScope scope, VerificationLevel level, long seed) {
    return new VerificationRules(
        scope, level, DEFAULT_SAMPLE, seed, false, null, null, Prices.DEFAULTS);
  }

  /** The key that copies must be encrypted with. */
  public Optional<String> kmsKeyId() {
    return Optional.ofNullable(copyKey);
  }

  /** The greatest expected cost, in the currency of the prices. */
  public Optional<BigDecimal> maxCost() {
    return Optional.ofNullable(costCap);
  }
}
