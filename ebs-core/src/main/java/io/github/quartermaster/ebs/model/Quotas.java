package io.github.quartermaster.ebs.model;

import java.util.Map;

/**
 * How much an account may have, as its cloud grants it unless asked for more: what is over a quota
 * is worth a warning, and no proof.
 *
 * @param pendingPerVolume snapshots of one volume that may be unfinished at a time
 * @param pendingByType likewise, for types of volume that differ; by the cloud's word
 * @param snapshotsPerRegion all that the account may have in a region
 */
public record Quotas(
    int pendingPerVolume, Map<String, Integer> pendingByType, int snapshotsPerRegion) {
  /** Copies the map. */
  public Quotas {
    pendingByType = Map.copyOf(pendingByType);
  }

  /** How many snapshots of a volume of that type may be unfinished at a time. */
  public int pendingOf(String type) {
    return pendingByType.getOrDefault(type, pendingPerVolume);
  }
}
