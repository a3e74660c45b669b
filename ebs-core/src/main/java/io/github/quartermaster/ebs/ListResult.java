package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import java.util.List;

/**
 * Snapshots that carry our tags.
 *
 * @param snapshots by source volume, then newest first, then region
 * @param problems regions that could not be asked
 */
public record ListResult(List<Snapshot> snapshots, List<Problem> problems) {
  /** Copies the lists. */
  public ListResult {
    snapshots = List.copyOf(snapshots);
    problems = List.copyOf(problems);
  }
}
