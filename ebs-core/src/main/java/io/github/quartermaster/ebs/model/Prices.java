package io.github.quartermaster.ebs.model;

import java.math.BigDecimal;

/**
 * What a cloud charges, in one currency; the user's own numbers count, since prices differ from
 * region to region and from year to year.
 *
 * @param storedGibMonth for a GiB of snapshot kept for a month
 * @param transferredGib for a GiB copied to another region
 * @param changedShare which part of a volume is taken to have changed since its last snapshot, from
 *     0 to 1; a first snapshot holds all of it
 * @param blockReads for reading snapshots block by block
 * @param currency for people, such as {@code USD}; empty where there are no prices
 */
public record Prices(
    BigDecimal storedGibMonth,
    BigDecimal transferredGib,
    BigDecimal changedShare,
    BlockPrices blockReads,
    String currency) {
  /**
   * Standard snapshots in us-east-1 and transfer between regions of the United States, as AWS'
   * pages had them in 2025; the share is a guess.
   */
  public static final Prices DEFAULTS =
      new Prices(new BigDecimal("0.05"), new BigDecimal("0.02"), new BigDecimal("0.10"), "USD");

  /** Of a cloud whose prices nobody has told. */
  public static final Prices NONE =
      new Prices(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.10"), BlockPrices.NONE, "");

  /** With {@link BlockPrices#DEFAULTS}. */
  public Prices(
      BigDecimal storedGibMonth,
      BigDecimal transferredGib,
      BigDecimal changedShare,
      String currency) {
    this(storedGibMonth, transferredGib, changedShare, BlockPrices.DEFAULTS, currency);
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a price is negative or the share not from 0 to 1
   */
  public Prices {
    if (storedGibMonth.signum() < 0
        || transferredGib.signum() < 0
        || changedShare.signum() < 0
        || changedShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "prices must not be negative, and the changed share must be from 0 to 1");
    }
  }
}
