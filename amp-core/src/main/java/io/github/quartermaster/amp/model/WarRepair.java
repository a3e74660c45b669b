package io.github.quartermaster.amp.model;

import java.util.List;

/**
 * What a repair does to one WAR.
 *
 * @param health what was found
 * @param edit what mends that which can be mended safely
 */
public record WarRepair(WarHealth health, WarEdit edit) {

  /** What is mended. */
  public List<WarFinding> mended() {
    return health.findings().stream().filter(WarFinding::repairable).toList();
  }

  /** What is left, since only its owner can say what is right. */
  public List<WarFinding> left() {
    return health.findings().stream().filter(finding -> !finding.repairable()).toList();
  }
}
