package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.VerificationRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be verified.
 *
 * @param regions where to look; all that the account may use where this is empty. Regions that the
 *     tags of what is there tell of are looked at too
 * @param promises the volumes file that says what must be there, or null where only the tags do;
 *     read it by {@link #volumesFile()}
 */
public record VerifyRequest(
    List<Region> regions, @Nullable Path promises, VerificationRules rules) {
  /** Copies the list. */
  public VerifyRequest {
    regions = List.copyOf(regions);
  }

  /** The volumes file that says what must be there. */
  public Optional<Path> volumesFile() {
    return Optional.ofNullable(promises);
  }
}
