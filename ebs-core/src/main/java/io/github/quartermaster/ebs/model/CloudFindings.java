package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cloud was found to hold, as far as a plan depends on it.
 *
 * @param regions those that the account may use
 * @param volumes those that were asked for and are there
 * @param instances those that the volumes are attached to, where sets are wanted; else empty
 * @param ours snapshots that carry our tags, of any run, in the regions concerned
 * @param unfinished snapshots of the volumes that are under way or have failed, whoever made them
 * @param encryptsByDefault the regions that encrypt everything new by themselves
 */
public record CloudFindings(
    Set<Region> regions,
    Map<VolumeId, Volume> volumes,
    List<Instance> instances,
    List<Snapshot> ours,
    List<Snapshot> unfinished,
    Set<Region> encryptsByDefault) {
  /** Copies the collections. */
  public CloudFindings {
    regions = Set.copyOf(regions);
    volumes = Map.copyOf(volumes);
    instances = List.copyOf(instances);
    ours = List.copyOf(ours);
    unfinished = List.copyOf(unfinished);
    encryptsByDefault = Set.copyOf(encryptsByDefault);
  }
}
