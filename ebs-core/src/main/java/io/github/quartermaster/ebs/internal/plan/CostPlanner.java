package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Adds up what is to be created; what is there already costs nothing new. */
final class CostPlanner {
  private final Prices prices;
  private BigDecimal storedGib = BigDecimal.ZERO;
  private BigDecimal crossingGib = BigDecimal.ZERO;
  private BigDecimal deadlines = BigDecimal.ZERO;
  private BigDecimal atMost = BigDecimal.ZERO;

  private CostPlanner(Prices prices) {
    this.prices = prices;
  }

  static CostEstimate estimate(List<PlannedVolume> volumes, Prices prices) {
    CostPlanner costs = new CostPlanner(prices);
    volumes.stream().filter(PlannedVolume::isPossible).forEach(costs::add);
    return new CostEstimate(
        money(costs.storedGib.multiply(prices.storedGibMonth())),
        money(costs.crossingGib.multiply(prices.transferredGib())),
        money(costs.deadlines),
        money(costs.atMost),
        costs.storedGib.setScale(1, RoundingMode.HALF_UP),
        prices.currency());
  }

  static List<Problem> problems(RunId run, CostEstimate cost, BackupRules rules) {
    return rules
        .maxCost()
        .filter(cap -> cost.total().compareTo(cap) > 0)
        .map(
            cap ->
                Problem.error(
                    ProblemCode.COST_TOO_HIGH,
                    run,
                    String.format(
                        "tried to plan run %s; it is expected to cost %s %s (storage for a month"
                            + " %s, transfer %s, deadlines %s; %s if everything has changed), and"
                            + " %s %s is allowed",
                        run,
                        cost.total(),
                        cost.currency(),
                        cost.storage(),
                        cost.transfer(),
                        cost.deadlines(),
                        cost.atMost(),
                        cap.toPlainString(),
                        cost.currency()),
                    "Allow that much, or ask for fewer volumes or copies, or give your own prices"))
        .stream()
        .toList();
  }

  private void add(PlannedVolume volume) {
    BigDecimal size = BigDecimal.valueOf(sizeGib(volume));
    if (volume.existing().isEmpty()) {
      storedGib = storedGib.add(expected(size, volume.first()));
      atMost = atMost.add(size.multiply(prices.storedGibMonth()));
    }
    volume.copies().stream()
        .filter(copy -> copy.existing().isEmpty())
        .forEach(copy -> add(copy, size));
  }

  private void add(PlannedCopy copy, BigDecimal size) {
    BigDecimal gib = expected(size, copy.full());
    BigDecimal surcharge =
        copy.deadline() == null ? BigDecimal.ZERO : CopyDeadline.surcharge(copy.deadline());
    storedGib = storedGib.add(gib);
    crossingGib = crossingGib.add(gib);
    deadlines = deadlines.add(gib.multiply(surcharge));
    BigDecimal each = prices.storedGibMonth().add(prices.transferredGib()).add(surcharge);
    atMost = atMost.add(size.multiply(each));
  }

  private BigDecimal expected(BigDecimal size, boolean all) {
    return all ? size : size.multiply(prices.changedShare());
  }

  private static long sizeGib(PlannedVolume volume) {
    return volume
        .volume()
        .map(Volume::sizeGib)
        .or(() -> volume.existing().map(Snapshot::sizeGib))
        .orElse(0L);
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
