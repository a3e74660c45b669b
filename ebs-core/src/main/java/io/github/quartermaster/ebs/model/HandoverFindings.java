package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cloud was found to hold, as far as a handover depends on it.
 *
 * @param regions those that the account may use
 * @param volumes those that are named and are there, and those that carry {@link OurTags#HANDOVER}
 * @param policies of ours
 * @param keys what each destination says about the wanted key; {@link Answer.Done} or {@link
 *     Answer.Refused}
 */
public record HandoverFindings(
    Set<Region> regions,
    Map<VolumeId, Volume> volumes,
    List<FoundPolicy> policies,
    Map<Region, Answer<EncryptionKey>> keys) {
  /** Copies the collections. */
  public HandoverFindings {
    regions = Set.copyOf(regions);
    volumes = Map.copyOf(volumes);
    policies = List.copyOf(policies);
    keys = Map.copyOf(keys);
  }
}
