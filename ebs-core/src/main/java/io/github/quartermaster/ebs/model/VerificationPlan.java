package io.github.quartermaster.ebs.model;

import java.util.List;

/**
 * What is to be verified, and what the cloud's own words have shown already.
 *
 * @param checks by volume, newest first
 * @param cost of reading blocks
 * @param problems of no single volume; where one of them {@linkplain #refused() refuses} it, no
 *     block is read
 * @param refused whether no block may be read
 */
public record VerificationPlan(
    VerificationRules rules,
    List<BackupCheck> checks,
    ReadingCost cost,
    List<Problem> problems,
    boolean refused) {
  /** Copies the lists. */
  public VerificationPlan {
    checks = List.copyOf(checks);
    problems = List.copyOf(problems);
  }

  /** Whether blocks are to be read. */
  public boolean readsBlocks() {
    return rules.level() != VerificationLevel.STATE && !refused;
  }

  /** How many snapshots and copies are looked at. */
  public int size() {
    return checks.stream().mapToInt(check -> check.snapshots().size()).sum();
  }
}
