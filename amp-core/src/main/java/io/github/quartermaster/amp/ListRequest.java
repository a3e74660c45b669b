package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Whose modules are to be listed.
 *
 * @param wars packed WARs or exploded folders
 * @param tiers what the user says of the tier of a WAR, by file name
 * @param limits what an archive may hold before it is refused
 */
public record ListRequest(List<Path> wars, Map<String, Tier> tiers, ArchiveLimits limits) {

  /** Copies the collections. */
  public ListRequest {
    wars = List.copyOf(wars);
    tiers = Map.copyOf(tiers);
  }
}
