package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupCheck;
import io.github.quartermaster.ebs.model.BlockPrices;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.ReadingCost;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What reading blocks costs at most: as if all volumes were full to the last block. */
final class ReadingCosts {
  /** Blocks on a page, from ListSnapshotBlocks in the EBS direct API reference. */
  private static final long BLOCKS_A_LIST = 10_000;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private ReadingCosts() {}

  static ReadingCost of(List<BackupCheck> checks, VerificationRules rules) {
    List<Snapshot> read =
        rules.level() == VerificationLevel.STATE
            ? List.of()
            : checks.stream().flatMap(check -> check.readable().stream()).toList();
    long lists = read.stream().mapToLong(ReadingCosts::lists).sum();
    long blocks =
        rules.level() == VerificationLevel.SAMPLE
            ? read.stream().mapToLong(snapshot -> Math.min(all(snapshot), rules.sample() + 1)).sum()
            : 0;
    BlockPrices prices = rules.prices().blockReads();
    BigDecimal amount =
        prices
            .thousandLists()
            .multiply(BigDecimal.valueOf(lists))
            .add(prices.thousandBlocks().multiply(BigDecimal.valueOf(blocks)))
            .divide(THOUSAND, 6, RoundingMode.UP);
    return new ReadingCost(lists, blocks, amount, rules.prices().currency());
  }

  private static long lists(Snapshot snapshot) {
    return Math.max(1, (all(snapshot) + BLOCKS_A_LIST - 1) / BLOCKS_A_LIST);
  }

  private static long all(Snapshot snapshot) {
    return snapshot.sizeGib() * BlockReference.PER_GIB;
  }
}
