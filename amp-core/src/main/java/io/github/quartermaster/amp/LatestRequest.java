package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * Which AMPs are to be compared, and with which WARs.
 *
 * @param wars packed WARs or exploded folders; may be empty
 * @param limits what an archive may hold before it is refused
 */
public record LatestRequest(AmpSources sources, List<Path> wars, ArchiveLimits limits) {

  /** Copies the list. */
  public LatestRequest {
    wars = List.copyOf(wars);
  }
}
