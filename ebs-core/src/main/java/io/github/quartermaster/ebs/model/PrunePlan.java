package io.github.quartermaster.ebs.model;

import java.util.Comparator;
import java.util.List;

/**
 * What retention makes of our snapshots.
 *
 * @param entries by source volume and region, then newest first
 * @param problems regions that are left alone, and what refuses the whole
 * @param refused whether nothing may be removed, whatever the entries say
 */
public record PrunePlan(List<PruneEntry> entries, List<Problem> problems, boolean refused) {
  /** Copies the lists. */
  public PrunePlan {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** The snapshots that are to be removed, oldest first: what breaks off leaves the newer ones. */
  public List<PruneEntry> removals() {
    return entries.stream()
        .filter(PruneEntry::goes)
        .sorted(Comparator.comparing(entry -> entry.snapshot().startedAt()))
        .toList();
  }
}
