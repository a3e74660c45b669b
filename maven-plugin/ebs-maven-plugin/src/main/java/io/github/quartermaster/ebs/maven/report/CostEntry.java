package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.model.CostEstimate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a plan is expected to cost.
 *
 * @param storage for the first month
 * @param atMost the sum if everything had changed since the last snapshots
 * @param newGiB what would be stored over all regions
 */
public record CostEntry(
    BigDecimal total,
    BigDecimal storage,
    BigDecimal transfer,
    BigDecimal deadlines,
    BigDecimal atMost,
    BigDecimal newGiB,
    String currency) {
  private static final int DECIMALS = 4;

  static CostEntry of(CostEstimate cost) {
    return new CostEntry(
        rounded(cost.total()),
        rounded(cost.storage()),
        rounded(cost.transfer()),
        rounded(cost.deadlines()),
        rounded(cost.atMost()),
        rounded(cost.newGib()),
        cost.currency());
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
