package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cloud was found to hold, as far as it can be verified.
 *
 * @param snapshots those that carry our tag, of all regions that were asked
 * @param volumes those that the snapshots are of, as far as they are still there
 * @param keys the full name of the wanted key in each region where it is known
 * @param unsure the regions that could not be asked
 * @param problems why not, and what else was not to be learnt
 */
public record VerificationFindings(
    List<Snapshot> snapshots,
    Map<VolumeId, Volume> volumes,
    Map<Region, String> keys,
    Set<Region> unsure,
    List<Problem> problems) {
  /** Copies the collections. */
  public VerificationFindings {
    snapshots = List.copyOf(snapshots);
    volumes = Map.copyOf(volumes);
    keys = Map.copyOf(keys);
    unsure = Set.copyOf(unsure);
    problems = List.copyOf(problems);
  }
}
