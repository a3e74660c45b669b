package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of our snapshots are to be listed.
 *
 * @param regions where to look; all that the account may use where this is empty
 * @param onlyRun the run, or null for all of them; read it by {@link #run()}
 */
public record ListRequest(List<Region> regions, @Nullable RunId onlyRun) {
  /** Copies the list. */
  public ListRequest {
    regions = List.copyOf(regions);
  }

  /** The run. */
  public Optional<RunId> run() {
    return Optional.ofNullable(onlyRun);
  }
}
