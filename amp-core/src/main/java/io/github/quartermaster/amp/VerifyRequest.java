package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which WARs are to be compared with what their modules' installers recorded.
 *
 * @param wars packed WARs or exploded folders
 * @param tiers what the user says of their tiers, by file name
 * @param limits what an archive may hold before it is refused
 */
public record VerifyRequest(List<Path> wars, Map<String, Tier> tiers, ArchiveLimits limits) {

  /** Copies the collections. */
  public VerifyRequest {
    wars = List.copyOf(wars);
    tiers = Map.copyOf(tiers);
  }
}
