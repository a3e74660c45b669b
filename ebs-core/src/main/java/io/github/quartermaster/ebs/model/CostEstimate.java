package io.github.quartermaster.ebs.model;

import java.math.BigDecimal;

/**
 * What a plan is expected to cost, in the currency of its {@link Prices}.
 *
 * @param storage for the first month of what would be created
 * @param transfer for copies to other regions, once
 * @param deadlines the surcharge for copies that must be done within a time, once
 * @param atMost the sum if everything had changed since the last snapshot
 * @param newGib what would be stored, in GiB, over all regions
 */
public record CostEstimate(
    BigDecimal storage,
    BigDecimal transfer,
    BigDecimal deadlines,
    BigDecimal atMost,
    BigDecimal newGib,
    String currency) {
  /** All of it together. */
  public BigDecimal total() {
    return storage.add(transfer).add(deadlines);
  }
}
