package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;

/**
 * Which of our snapshots are to stay.
 *
 * @param regions where something may go; all that the account may use where this is empty
 * @param mostPercent the greatest part of a volume's whole snapshots in a region that may go at
 *     once, from 0 to 100; where more would, nothing at all goes
 * @param journals the folder of the journals: of runs, whose unfinished ones keep their snapshots,
 *     and {@code prune.journal}
 */
public record PruneRequest(
    List<Region> regions, RetentionPolicy policy, int mostPercent, Path journals) {
  /** Half: a rule that is set wrongly shows before it has cost more than that. */
  public static final int DEFAULT_MOST_PERCENT = 50;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the part is none
   */
  public PruneRequest {
    regions = List.copyOf(regions);
    if (mostPercent < 0 || mostPercent > 100) {
      throw new IllegalArgumentException(mostPercent + " % is no part of something");
    }
  }
}
