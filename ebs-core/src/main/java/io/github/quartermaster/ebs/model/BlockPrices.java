package io.github.quartermaster.ebs.model;

import java.math.BigDecimal;

/**
 * What a cloud charges for reading snapshots block by block.
 *
 * @param thousandLists for a thousand requests that list blocks
 * @param thousandBlocks for a thousand blocks read
 */
public record BlockPrices(BigDecimal thousandLists, BigDecimal thousandBlocks) {
  /** As AWS' page "Pricing for EBS direct APIs" had them in 2025, in USD. */
  public static final BlockPrices DEFAULTS =
      new BlockPrices(new BigDecimal("0.0006"), new BigDecimal("0.003"));

  /** Of a cloud whose prices nobody has told. */
  public static final BlockPrices NONE = new BlockPrices(BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a price is negative
   */
  public BlockPrices {
    if (thousandLists.signum() < 0 || thousandBlocks.signum() < 0) {
      throw new IllegalArgumentException("prices must not be negative");
    }
  }
}
