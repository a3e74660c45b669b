package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to become of a snapshot.
 *
 * @param reasons at least one; all of them speak for the same
 */
public record PruneEntry(Snapshot snapshot, List<PruneReason> reasons) {
  /** Copies the list. */
  public PruneEntry {
    reasons = List.copyOf(reasons);
  }

  /** Whether it is to be removed. */
  public boolean goes() {
    return reasons.stream().allMatch(reason -> reason.kind().isToGo());
  }

  /** The reasons in one line. */
  public String why() {
    return reasons.stream().map(PruneReason::text).collect(Collectors.joining("; "));
  }
}
