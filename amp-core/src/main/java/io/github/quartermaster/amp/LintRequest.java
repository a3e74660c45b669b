package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which AMPs are to be judged, and by what.
 *
 * @param amps files, folders laid out like an AMP, or other folders, which are trawled
 * @param wars what they are compared with; may be empty
 * @param tiers what the user says of tiers, by module id or by file name
 * @param allowed findings that are known and accepted
 * @param limits what an archive may hold before it is refused
 */
public record LintRequest(
    List<Path> amps,
    List<Path> wars,
    Map<String, Tier> tiers,
    List<Allowance> allowed,
    ArchiveLimits limits) {

  /** Copies the collections. */
  public LintRequest {
    amps = List.copyOf(amps);
    wars = List.copyOf(wars);
    tiers = Map.copyOf(tiers);
    allowed = List.copyOf(allowed);
  }
}
