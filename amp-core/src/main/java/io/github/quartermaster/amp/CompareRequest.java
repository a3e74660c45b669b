package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Tier;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which WARs are to be compared.
 *
 * @param before the one that is compared with: a packed WAR or an exploded folder
 * @param after the other one
 * @param tiers what the user says of the tier of a WAR, by file name
 * @param limits what an archive may hold before it is refused
 */
public record CompareRequest(
    Path before, Path after, Map<String, Tier> tiers, ArchiveLimits limits) {

  /** Copies the map. */
  public CompareRequest {
    tiers = Map.copyOf(tiers);
  }
}
